extension Defence {
  static let strongSecret = Defence(
    "strong-secret", "The signing secret is random, not a word",
    stops: "a secret found with a word list",
    reference: "RFC 8725 3.5", levels: ["word", "random"], checks: ["key-strength"],
    behaviours: ["draw the secret at random"])
}
