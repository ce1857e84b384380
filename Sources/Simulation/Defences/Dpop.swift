extension Defence {
  static let dpop = Defence(
    "dpop", "Tokens are bound to a key that the client keeps",
    stops: "a stolen access or refresh token, used from anywhere else", reference: "RFC 9449",
    standard: "off",
    checks: [
      "proof-present", "proof-type", "proof-algorithm", "proof-key", "proof-signature",
      "proof-method", "proof-address", "proof-fresh", "proof-unused", "thumbprint-understood",
      "pushed-key-matches", "code-key-matches", "refresh-key-matches",
    ], behaviours: ["make a proof", "bind the token to the proof's key"])
}
