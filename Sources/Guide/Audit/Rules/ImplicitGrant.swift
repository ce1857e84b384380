import Wire

extension AuditRule {
  static let implicitGrant = AuditRule(
    "oauth-implicit", .error, "The authorization endpoint gives out codes and no tokens",
    why: "A token in an address lies in histories and logs, and nothing ties it to the client that "
      + "asked.",
    remedy: "response_type=code with PKCE, for pages as well.",
    references: ["RFC 9700 2.1.2", "OWASP ASVS 10.4.4", "CWE-598"],
    scenario: "oauth/implicit#as-before", sees: [.run, .archive],
    subject: "authorization requests", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.authorizations {
      look.subjects += 1
      if it.types.contains("token"), it.isTaken {
        look.hit(
          "\(it.clientID) asks for response_type=\(it.types.joined(separator: " ")), and gets it",
          at: it.exchange.place)
      }
    }
    return look
  }
}
