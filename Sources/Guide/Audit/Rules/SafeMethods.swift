extension AuditRule {
  static let safeMethods = AuditRule(
    "csrf-safe-methods", .warning, "GET changes nothing",
    why: "A link or a picture on any page makes a browser send a GET, and SameSite=Lax lets the "
      + "cookie go with it.",
    remedy: "POST for what changes something; 405 for the rest.",
    references: ["RFC 9110 9.2.1", "OWASP ASVS 3.5.3", "CWE-650"],
    scenario: "session/csrf#lax-and-get", sees: [.run], subject: "requests that change something",
    blindness: .insideServer(
      "What a GET changes", tryOut: "Send what the form sends as a GET: 405 has to come.")
  ) { view in
    var look = view.unchecked(["changes-by-post"])
    look.hits.removeAll { !$0.seen.hasSuffix("it is not so") }
    return look
  }
}
