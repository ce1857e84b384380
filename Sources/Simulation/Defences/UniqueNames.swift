extension Defence {
  static let uniqueNames = Defence(
    "unique-names", "A name that stands twice in a token is refused",
    stops: "tokens of which two readers read different things",
    reference: "RFC 7519 4", checks: ["unique-members"])
}
