extension Defence {
  static let userTokens = Defence(
    "user-tokens", "What belongs to a user needs a user's token, not a client's own",
    stops: "a client that is called like a user",
    reference: "RFC 9700 4.15", checks: ["subject-is-user"])
}
