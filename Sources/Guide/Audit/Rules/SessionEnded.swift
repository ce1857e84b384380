import Wire

extension AuditRule {
  static let sessionEnded = AuditRule(
    "session-logout", .error, "A sign-out ends the session on the server",
    why: "A cookie that is taken out of one browser is still good in every copy.",
    remedy: "Delete the row, and revoke the refresh tokens that belong to it.",
    references: ["OWASP ASVS 7.4.1", "CWE-613"], claims: ["S5", "C2"],
    scenario: "session/logout-revocation#cookie-only-logout", sees: [.run],
    subject: "sign-outs",
    blindness: .insideServer(
      "Whether the server forgets the session",
      tryOut: "Keep the cookie, sign out, and send it again: the login page has to come.")
  ) { view in
    var look = view.omitted("revoke-on-logout")
    for it in view.cookies where it.isDeletion && it.role == .session {
      guard let exchange = it.exchange,
        let old = exchange.request.cookies.first(where: { $0.name == it.cookie.name })
      else { continue }
      look.subjects += 1
      if view.isKept(old, after: exchange) {
        look.hit(
          "\(it.cookie.name) is accepted after \(exchange.line) has taken it away", at: it.place)
      }
    }
    return look
  }
}
