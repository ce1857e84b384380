extension Defence {
  static let checkAudience = Defence(
    "check-audience", "A token for somebody else is refused",
    stops: "a token of one service used at another",
    reference: "RFC 7519 4.1.3", checks: ["audience"])
}
