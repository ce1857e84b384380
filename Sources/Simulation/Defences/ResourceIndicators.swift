extension Defence {
  static let resourceIndicators = Defence(
    "resource-indicators", "The client asks for a token for the one API that it is about to call",
    stops: "a token that opens more than the server which was given it",
    reference: "RFC 8707 2", behaviours: ["name the API at the token endpoint"])
}
