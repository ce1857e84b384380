extension AuditRule {
  static let passwordGrant = AuditRule(
    "oauth-password-grant", .error, "Passwords are typed at the provider and nowhere else",
    why: "Each app that takes the password can keep it, and no second factor has a place.",
    remedy: "The code flow; for machines, client_credentials.",
    references: ["RFC 9700 2.4", "OWASP ASVS 10.4.4", "CWE-522"], claims: ["O5"],
    scenario: "oauth/password-grant#as-before", sees: [.run, .archive],
    subject: "token requests", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.served where it.isTokenRequest {
      look.subjects += 1
      if it.parameters["grant_type"] == "password", it.isAccepted {
        look.hit("\(it.line) gives tokens for a password", at: it.place)
      }
    }
    look.add(view.unchecked(["password-grant-retired"]))
    return look
  }
}
