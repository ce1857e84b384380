extension AuditRule {
  /// M3 is the same mistake, told of the token's side.
  static let algorithmPinned = AuditRule(
    "K1-alg-pinned", .error, "The verifier names the algorithms that it accepts", row: "K1",
    references: ["RFC 8725 3.1", "OWASP ASVS 9.1.2", "CWE-347"], claims: ["M3", "J10"],
    scenario: "jwt/alg-none#header-chooses", sees: [.run], subject: "verified tokens",
    blindness: .insideServer(
      "Which algorithms a verifier accepts",
      tryOut: "Send it a token that is signed with another algorithm, or with none "
        + "(`authscope token sign`): it has to refuse.")
  ) { view in
    var look = view.unchecked(["algorithm-allowed"], by: "pin-algorithm")
    if view.level(of: "pin-algorithm") == "blocklist" {
      look.hit(
        "the verifier refuses some names of algorithms and takes the rest", at: view.wholePlace)
    }
    for token in view.tokens where token.isTaken && token.isUnsigned {
      look.hit("\(token.words) with alg none is accepted", at: token.place)
    }
    return look
  }
}
