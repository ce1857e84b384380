extension AuditRule {
  static let resetEndsSessions = AuditRule(
    "session-password-reset", .error, "A new password ends the sessions of the old one",
    why: "People change a password because somebody else is in; who is in stays in.",
    remedy: "Delete every session of the user, and revoke their tokens, with the change.",
    references: ["OWASP ASVS 7.4.3", "CWE-613"], claims: ["S5"],
    scenario: "session/password-reset#sessions-live-on", sees: [.run], subject: "new passwords",
    blindness: .insideServer(
      "What becomes of the other sessions",
      tryOut: "Sign in on two devices, change the password on one, load a page on the other.")
  ) { view in view.omitted("end-sessions-on-reset") }
}
