extension Defence {
  static let stateSent = Defence(
    "state-sent", "The client sends a state with each request",
    stops: "forged answers (login and link CSRF)",
    reference: "RFC 6749 10.12", behaviours: ["send a state"])
}
