extension AuditRule {
  static let backChannelSignOut = AuditRule(
    "oidc-logout", .warning, "A sign-out at the provider reaches the apps",
    why: "Somebody who signs out at the provider believes to be signed out everywhere, and the "
      + "apps' sessions live on.",
    remedy: "Back-channel logout: the provider tells each app, and the app ends the session.",
    references: ["OpenID Connect Back-Channel Logout 2.5", "OWASP ASVS 10.6.1", "CWE-613"],
    claims: ["O6"], scenario: "oauth/logout#nobody-told", sees: [.run], subject: "sign-outs",
    blindness: .insideServer(
      "What a provider tells its apps",
      tryOut: "Sign out at the provider and load a page of the app.")
  ) { view in view.omitted("back-channel-logout") }
}
