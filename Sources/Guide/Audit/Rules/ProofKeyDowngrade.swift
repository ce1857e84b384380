extension AuditRule {
  static let proofKeyDowngrade = AuditRule(
    "oauth-pkce-downgrade", .error, "A verifier without a challenge is refused",
    why: "An attacker takes the challenge out of the request, and the client's own verifier is "
      + "passed over.",
    remedy:
      "Refuse a code_verifier where the request had no code_challenge; better, insist on one.",
    references: ["RFC 9700 4.8.2", "CWE-757"], scenario: "oauth/pkce-downgrade#lenient",
    sees: [.run], subject: "codes that are redeemed",
    blindness: .insideServer(
      "What a provider does with a verifier that nothing announced",
      tryOut: "Make a request without code_challenge and redeem its code with a code_verifier: "
        + "invalid_grant or invalid_request has to come.")
  ) { view in view.unchecked(["verifier-expected"]) }
}
