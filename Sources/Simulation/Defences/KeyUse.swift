extension Defence {
  static let keyUse = Defence(
    "key-use", "A key works with its own algorithm only",
    stops: "a public key taken for a secret",
    reference: "RFC 8725 3.1", checks: ["key-fits"])
}
