import Wire

extension AuditRule {
  static let personalData = AuditRule(
    "K2-personal-data", .warning, "No personal data stands in a token's payload", row: "K2",
    references: ["RFC 8725 3.6", "RFC 9068 6", "CWE-359"], claims: ["J11", "C5"],
    scenario: "jwt/readable-payload#with-address", sees: [.run, .archive, .token],
    subject: "tokens that anybody can read",
    blindness: Blindness(
      "A cookie's header shows no payload.", needed: "The token itself, a run or a HAR.")
  ) { view in
    var look = AuditLook()
    for token in view.tokens {
      guard let claims = token.claims else { continue }
      look.subjects += 1
      let names = claims.names.filter { personal.contains($0) }
      guard !names.isEmpty, let severity = weight(of: token) else { continue }
      look.hit("\(token.words) carries \(names.joined(separator: ", "))", at: token.place, severity)
    }
    return look
  }

  /// By kind and channel: ID tokens carry such claims by design, for the client alone.
  private static func weight(of token: SeenToken) -> AuditSeverity? {
    switch (token.purpose, token.channel) {
    case (.identity, .url), (.identity, .storage): .warning
    case (.identity, .alone): .note
    case (.identity, _), (.proof, _), (.assertion, _), (.logout, _): nil
    case (.access, _), (.session, _), (.unknown, _): .warning
    }
  }

  /// Claims about a person (OpenID Connect Core 5.1) and their usual relatives.
  private static let personal: Set<String> = [
    "email", "phone_number", "phone", "address", "birthdate", "name", "given_name", "family_name",
    "middle_name", "nickname", "gender", "picture", "ssn", "national_id", "tax_id", "iban",
  ]
}
