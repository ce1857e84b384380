extension Defence {
  static let discoveryIssuer = Defence(
    "discovery-issuer", "Metadata must name the issuer that was asked",
    stops: "a provider that passes for another one (mix-up)", reference: "RFC 8414 3.3",
    checks: ["discovery-issuer"])
}
