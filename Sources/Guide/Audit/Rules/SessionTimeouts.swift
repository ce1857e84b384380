extension AuditRule {
  static let sessionTimeouts = AuditRule(
    "session-timeouts", .warning, "A session ends when it is not used, and at last in any case",
    why:
      "An open browser in a library, or a copied id, is good for as long as the server keeps the "
      + "row.",
    remedy: "Two times in the row: since the last use, and since the sign-in.",
    references: ["OWASP ASVS 7.3.1", "OWASP ASVS 7.3.2", "CWE-613"], claims: ["S4"],
    scenario: "session/timeouts#no-timeouts", sees: [.run], subject: "sessions",
    blindness: .insideServer(
      "When a server ends a session",
      tryOut: "Leave a session alone for an hour, and use another one for a day.")
  ) { view in view.unchecked(["session-not-idle", "session-not-too-old"]) }
}
