extension Defence {
  static let ownKeysOnly = Defence(
    "own-keys-only", "Keys come from the issuer, never from the token",
    stops: "tokens that bring their own key, or say where it is",
    reference: "RFC 8725 3.10", levels: ["header", "own"], checks: ["key-selected"],
    behaviours: ["take no key, and no address of keys, from the token"])
}
