extension Defence {
  static let checkExpiry = Defence(
    "check-expiry", "An expired token is refused", stops: "a stolen token used for ever",
    reference: "RFC 7519 4.1.4", checks: ["not-expired"])
}
