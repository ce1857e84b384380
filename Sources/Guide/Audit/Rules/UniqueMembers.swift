extension AuditRule {
  static let uniqueMembers = AuditRule(
    "jwt-unique-members", .error, "No name stands twice in a token",
    why: "Of two claims of one name one reader takes the first and another the last: the gateway "
      + "sees a user, the service an administrator.",
    remedy: "Refuse the token; and make claims by a JSON writer, never by gluing text.",
    references: ["RFC 7519 4", "RFC 8725 2.6", "CWE-694"],
    scenario: "jwt/duplicate-claims#two-readers", sees: [.run],
    subject: "verified tokens",
    blindness: .insideServer(
      "What a verifier makes of a name that stands twice",
      tryOut: "Sign a token with a claim twice: 401 has to come.")
  ) { view in
    var look = view.unchecked(["unique-members"])
    look.add(view.omitted("claims-as-data"))
    for token in view.tokens where token.isIssued || token.channel == .alone {
      guard let decoded = token.decoded else { continue }
      let twice = decoded.header.duplicates + (decoded.claims?.duplicates ?? [])
      guard let name = twice.first else { continue }
      look.hit("\(name) stands twice in \(token.words)", at: token.place)
    }
    return look
  }
}
