extension Defence {
  static let leanClaims = Defence(
    "lean-claims", "Tokens carry no personal data",
    stops: "personal data read from a token",
    reference: "RFC 7519 12", behaviours: ["leave personal data out of the token"])
}
