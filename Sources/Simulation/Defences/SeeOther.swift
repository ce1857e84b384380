extension Defence {
  static let seeOther = Defence(
    "see-other", "After a form the browser is sent on by 303",
    stops: "passwords sent on to the client",
    reference: "RFC 9700 4.12", behaviours: ["answer a form with 303"])
}
