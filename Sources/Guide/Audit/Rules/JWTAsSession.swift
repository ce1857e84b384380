extension AuditRule {
  static let jwtAsSession = AuditRule(
    "M1-jwt-as-session", .note, "A session is a row on the server, and not a token", row: "M1",
    references: ["RFC 8725 1", "OWASP ASVS 7.4.1", "CWE-613"], claims: ["S6"],
    scenario: "oauth/login-loop#in-the-cookie", sees: [.run, .archive, .cookie],
    subject: "session cookies", blindness: .noCookie
  ) { view in
    var look = AuditLook()
    for it in view.cookies where it.isCredential {
      look.subjects += 1
      if CookieRole.isToken(it.cookie.value) {
        look.hit("\(it.cookie.name) carries a JWT: no sign-out ends it", at: it.place)
      }
    }
    return look
  }
}
