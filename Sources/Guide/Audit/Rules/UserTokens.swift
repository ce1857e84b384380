extension AuditRule {
  static let userTokens = AuditRule(
    "oauth-client-as-user", .error, "A client's own token is not taken for a user's",
    why: "Where clients choose their names, one calls itself like a user, and sub says no more who "
      + "it is.",
    remedy: "Look whether the token speaks of a user, before sub is looked up among them.",
    references: ["RFC 9700 4.15", "RFC 9068 5", "CWE-287"],
    scenario: "oauth/client-as-user#by-subject", sees: [.run], subject: "access tokens",
    blindness: .insideServer(
      "What a server makes of sub",
      tryOut: "Send it a token of client_credentials where a user's is needed: it has to refuse.")
  ) { view in view.unchecked(["subject-is-user"]) }
}
