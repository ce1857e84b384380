extension AuditRule {
  static let rememberRotation = AuditRule(
    "session-remember", .warning, "A remembered login is replaced at each use",
    why: "A copy of the cookie signs in for a month, and nobody notices.",
    remedy: "A series and a token in it that changes; an old token ends the series.",
    references: ["OWASP ASVS 7.2.4", "CWE-613"],
    scenario: "session/remember-me#the-same-for-a-month", sees: [.run],
    subject: "remembered logins",
    blindness: .insideServer(
      "Whether a remembered login is good twice",
      tryOut: "Copy the cookie, let it sign in once, and use the copy: the login page has to come.")
  ) { view in view.omitted("remember-rotation") }
}
