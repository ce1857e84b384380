extension AuditRule {
  static let keyRotation = AuditRule(
    "jwt-key-rotation", .warning, "A new key comes while the old one is still published",
    why: "Tokens of the old key are refused at once, or those of the new one by whoever keeps a "
      + "copy of the list: honest users are thrown out.",
    remedy: "Publish the new key, sign with it later, take the old one away when its last token is "
      + "over; and fetch the list again, at most once a minute, for a kid that you do not know.",
    references: ["OpenID Connect Core 10.1.1", "RFC 7517 5"],
    scenario: "jwt/key-rotation#in-one-go", sees: [.run], subject: "keys that are replaced",
    blindness: .insideServer(
      "How keys are replaced",
      tryOut: "Fetch the JWKS before and after: both keys have to be in it for as long as a token "
        + "lives.")
  ) { view in
    var look = view.omitted("key-overlap")
    look.add(view.omitted("refetch-keys"))
    return look
  }
}
