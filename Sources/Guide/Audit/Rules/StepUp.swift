extension AuditRule {
  static let stepUp = AuditRule(
    "oauth-step-up", .warning, "What matters more asks for a stronger and fresh sign-in",
    why: "A token of a week-old sign-in by password pays the bill.",
    remedy: "Look at acr and auth_time, and answer insufficient_user_authentication.",
    references: ["RFC 9470 3", "OWASP ASVS 10.3.4", "CWE-306"],
    scenario: "oauth/step-up#one-level", sees: [.run], subject: "requests that matter more",
    blindness: .insideServer(
      "What a server asks of the sign-in",
      tryOut: "Do it with a token of a sign-in by password alone.")
  ) { view in view.unchecked(["level-sufficient", "sign-in-fresh"]) }
}
