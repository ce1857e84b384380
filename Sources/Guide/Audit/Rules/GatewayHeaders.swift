extension AuditRule {
  static let gatewayHeaders = AuditRule(
    "gateway-headers", .error, "Headers that a proxy vouches for come from the proxy alone",
    why: "An app that believes X-User believes whoever can reach it, and whatever the proxy passes "
      + "on.",
    remedy: "The proxy removes such headers from what comes in; the app answers the proxy alone.",
    references: ["RFC 9700 4.13", "OWASP ASVS 4.1.3", "CWE-290"],
    scenario: "oauth/proxy-headers#passed-on", sees: [.run], subject: "requests by a proxy",
    blindness: .insideServer(
      "Whom an app believes",
      tryOut: "Send the header to the proxy, and to the app itself: neither may believe it.")
  ) { view in
    var look = view.omitted("strip-headers")
    look.add(view.unchecked(["from-the-proxy"]))
    return look
  }
}
