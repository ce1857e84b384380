import Wire

extension AuditRule {
  static let keyLookup = AuditRule(
    "jwt-kid", .error, "kid is looked up in a table, and is nothing else",
    why: "A kid that becomes a path, a query or a command finds a key that the attacker knows, an "
      + "empty file for one.",
    remedy: "A table of keys by name; a name that is not in it refuses the token.",
    references: ["RFC 8725 3.10", "OWASP ASVS 9.1.3", "CWE-22"],
    scenario: "jwt/kid-traversal#files", sees: [.run], subject: "verified tokens",
    blindness: .insideServer(
      "What a verifier makes of kid",
      tryOut: "Send a token with the kid ../../dev/null, signed with an empty secret: 401 has to "
        + "come.")
  ) { view in
    var look = view.omitted("kid-lookup")
    for token in view.tokens {
      guard let kid = token.decoded?.keyID, kid.utf8.contains(where: isOdd) else { continue }
      if token.isTaken {
        look.hit("\(token.words) with a path or a quote in kid is accepted", at: token.place)
      } else if token.isIssued || token.channel == .alone {
        look.hit("the kid of \(token.words) holds a path or a quote", at: token.place, .warning)
      }
    }
    return look
  }

  /// Quote, double quote, semicolon, backslash, slash, bar, backquote. A URL as a key's name is
  /// odd too, and not forbidden: whoever looks it up in a table need not mind.
  private static func isOdd(_ byte: UInt8) -> Bool { [39, 34, 59, 92, 47, 124, 96].contains(byte) }
}
