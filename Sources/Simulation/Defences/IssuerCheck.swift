extension Defence {
  static let issuerCheck = Defence(
    "issuer-check", "The answer names the provider that gave it", stops: "mix-up between providers",
    reference: "RFC 9207 2.4", checks: ["issuer-matches"])
}
