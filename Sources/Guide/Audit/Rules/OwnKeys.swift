extension AuditRule {
  static let ownKeys = AuditRule(
    "jwt-key-source", .error, "The verifier takes its keys from its own list",
    why: "A token that brings its key, or the address of one, is signed by whoever wrote it.",
    remedy: "Look kid up among the keys that you have; never use jwk, jku, x5c or x5u of a token.",
    references: ["RFC 8725 3.10", "RFC 7515 4.1.3", "OWASP ASVS 9.1.3", "CWE-347"],
    claims: ["M3"], scenario: "jwt/embedded-jwk#key-from-header", sees: [.run],
    subject: "verified tokens",
    blindness: .insideServer(
      "Where a verifier gets its keys",
      tryOut: "Sign a token with a key of your own, in its header as jwk: 401 has to come.")
  ) { view in
    var look = view.unchecked(["key-selected"])
    for token in view.tokens where token.purpose != .proof {
      guard let header = token.decoded?.header else { continue }
      let offered = ["jwk", "jku", "x5u"].filter { header[$0] != nil }
      guard !offered.isEmpty else { continue }
      let names = offered.joined(separator: ", ")
      if token.isTaken {
        look.hit("\(token.words) that brings its key (\(names)) is accepted", at: token.place)
      } else if token.isIssued || token.channel == .alone {
        look.hit("\(token.words) offers a key of its own (\(names))", at: token.place, .warning)
      }
    }
    return look
  }
}
