extension Defence {
  static let tokensInMemory = Defence(
    "tokens-in-memory", "The page keeps its tokens in a variable, not in localStorage",
    stops: "a script that finds the tokens ready to take, today and next week",
    reference: "OAuth 2.0 for Browser-Based Apps 8", behaviours: ["keep the tokens in a variable"])
}
