extension Defence {
  static let knownAPIs = Defence(
    "known-apis", "The client sends its token to the API that it knows",
    stops: "a counterfeit API that is given the token", reference: "RFC 9700 4.9.1",
    checks: ["api-known"])
}
