extension AuditRule {
  static let identityByToken = AuditRule(
    "oidc-login-by-access-token", .error, "An app knows its user by an ID token made for it",
    why: "An access token says what may be done, not who is there: another app that was given one "
      + "signs in with it.",
    remedy: "OpenID Connect: an ID token, with aud and nonce checked.",
    references: ["OpenID Connect Core 2", "RFC 9700 4.16", "CWE-287"], claims: ["O1", "O2"],
    scenario: "oauth/oidc-login#access-token-only", sees: [.run], subject: "sign-ins by a provider",
    blindness: .insideServer(
      "By what an app knows its user",
      tryOut: "Show it an access token that was issued to another app: it has to refuse.")
  ) { view in view.omitted("identity-token") }
}
