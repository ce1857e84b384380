extension Defence {
  static let checkBinding = Defence(
    "check-binding", "An API asks for the proof of a token that is bound",
    stops: "a bound token, shown as if it were not bound", reference: "RFC 9449 7",
    checks: ["scheme-fits-token", "proof-for-token", "token-key-matches"])
}
