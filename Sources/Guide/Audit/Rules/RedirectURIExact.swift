extension AuditRule {
  static let redirectURIExact = AuditRule(
    "oauth-redirect-uri", .error, "A redirect URI is compared to the letter",
    why: "An address that only begins like the registered one can be a page that somebody else "
      + "reads, or one that passes everything on; the code goes there.",
    remedy: "Register whole addresses and compare them byte by byte.",
    references: ["RFC 9700 4.1.3", "OWASP ASVS 10.4.1", "CWE-601"], claims: ["M5"],
    scenario: "oauth/redirect-uri#prefix", sees: [.run], subject: "authorization requests",
    blindness: .insideServer(
      "How a provider compares addresses",
      tryOut: "Ask with something behind the registered redirect_uri: the provider has to show an "
        + "error page of its own.")
  ) { view in
    var look = view.unchecked(["redirect-uri-registered"])
    if let level = view.level(of: "redirect-uri-match"), level != "exact" {
      look.hit("redirect URIs are compared by \(level)", at: view.wholePlace)
    }
    return look
  }
}
