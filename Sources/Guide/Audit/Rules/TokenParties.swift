extension AuditRule {
  static let tokenParties = AuditRule(
    "jwt-iss-aud", .warning, "A token says who made it, and for whom",
    why:
      "Without iss and aud a token is good wherever the key is known: on the test system, at the "
      + "neighbour's service.",
    remedy: "iss and aud in every token, and a check of both.",
    references: ["RFC 8725 3.8", "RFC 8725 3.9", "RFC 9068 2.2", "CWE-345"],
    scenario: "jwt/audience", sees: [.run, .archive, .token], subject: "tokens that can be read",
    blindness: Blindness(
      "A cookie's header does not say for whom a token in it is.",
      needed: "The token itself, a run or a HAR.")
  ) { view in
    var look = view.unchecked(["issuer"])
    for token in view.tokens where token.isIssued || token.channel == .alone {
      guard let claims = token.claims, token.purpose != .proof else { continue }
      look.subjects += 1
      let missing = ["iss", "aud"].filter { claims[$0] == nil }
      if !missing.isEmpty {
        look.hit("\(token.words) has no \(missing.joined(separator: " and no "))", at: token.place)
      }
    }
    return look
  }
}
