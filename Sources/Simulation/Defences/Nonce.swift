extension Defence {
  static let nonce = Defence(
    "nonce", "The ID token answers this browser's request", stops: "injected codes and ID tokens",
    reference: "OpenID Connect Core 3.1.2.1", checks: ["nonce"], behaviours: ["send a nonce"])
}
