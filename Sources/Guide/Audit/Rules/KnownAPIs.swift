extension AuditRule {
  /// Either suffices: a client that knows its APIs, or tokens that are for one API each.
  static let knownAPIs = AuditRule(
    "oauth-counterfeit-api", .error, "A client shows its tokens to the APIs that they are for",
    why: "A client that takes any address for an API hands its token to a server that uses it at "
      + "the real one.",
    remedy: "A fixed list of APIs; and a token for each of them, by resource (RFC 8707).",
    references: ["RFC 9700 4.9.1", "RFC 8707 2", "CWE-522"],
    scenario: "oauth/counterfeit-api#one-token-for-all", sees: [.run],
    subject: "addresses of APIs",
    blindness: .insideServer(
      "Which addresses a client takes for APIs",
      tryOut: "Give it another address: it has to refuse, or ask for a token for that one.")
  ) { view in
    let oneForAll = view.omitted("resource-indicators")
    var look = view.unchecked(["api-known"])
    if oneForAll.hits.isEmpty { look.hits = [] }
    return look
  }
}
