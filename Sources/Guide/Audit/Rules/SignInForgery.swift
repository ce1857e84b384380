extension AuditRule {
  static let signInForgery = AuditRule(
    "csrf-login", .warning, "A sign-in comes from the server's own page",
    why: "A page of an attacker signs the visitor in with the attacker's account, and what they "
      + "type there is the attacker's.",
    remedy: "A look at Sec-Fetch-Site and Origin at the login form too.",
    references: ["OWASP ASVS 3.5.1", "Fetch Metadata 2.3", "CWE-352"],
    scenario: "session/login-csrf#any-page", sees: [.run], subject: "sign-ins by password",
    blindness: .insideServer(
      "From which pages a server takes a sign-in",
      tryOut: "Send the login form with another Origin: 403 has to come.")
  ) { view in
    var look = AuditLook()
    for seen in view.rows(["own-page"]) where seen.endpoint == "POST /login" {
      look.subjects += 1
      if seen.row.finding != nil {
        look.hit("\(seen.endpoint) takes sign-ins of other sites' pages", at: seen.place)
      }
    }
    return look
  }
}
