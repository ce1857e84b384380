extension Defence {
  static let stateChecked = Defence(
    "state-checked", "The client compares the state that comes back",
    stops: "forged answers (login and link CSRF)",
    reference: "RFC 9700 4.7", checks: ["state-matches"])
}
