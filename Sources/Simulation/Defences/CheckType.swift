extension Defence {
  static let checkType = Defence(
    "check-type", "A token of another kind is refused",
    stops: "an ID token used as an access token",
    reference: "RFC 8725 3.11", checks: ["token-type"])
}
