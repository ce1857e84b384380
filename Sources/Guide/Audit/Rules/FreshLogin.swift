extension AuditRule {
  static let freshLogin = AuditRule(
    "session-reauthentication", .warning,
    "What matters more asks for the password, not for a memory",
    why: "Who finds the open browser changes address and password, and the account is theirs.",
    remedy: "A session that began from a remembered login asks for the password first.",
    references: ["OWASP ASVS 7.5.1", "CWE-306"],
    scenario: "session/remember-me#and-good-for-everything", sees: [.run],
    subject: "changes to an account",
    blindness: .insideServer(
      "What a server asks before a change",
      tryOut: "Let the browser be remembered, and change the e-mail address.")
  ) { view in view.unchecked(["login-fresh"]) }
}
