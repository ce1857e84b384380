extension AuditRule {
  static let signInAge = AuditRule(
    "oidc-max-age", .warning, "An app that asks for a fresh sign-in looks whether it got one",
    why: "The parameter travels through the browser, and whoever sits there takes it out.",
    remedy: "Compare auth_time with the max_age that was asked.",
    references: ["OpenID Connect Core 3.1.3.7", "CWE-287"], scenario: "oauth/silent-login#trusting",
    sees: [.run], subject: "sign-ins by a provider",
    blindness: .insideServer(
      "Whether an app looks at auth_time",
      tryOut: "Take max_age out of the request: the app has to refuse an old sign-in.")
  ) { view in
    var look = view.unchecked(["sign-in-recent"])
    look.hits.removeAll { !$0.seen.hasSuffix("it is not so") }
    return look
  }
}
