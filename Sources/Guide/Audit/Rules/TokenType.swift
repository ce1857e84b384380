extension AuditRule {
  static let tokenType = AuditRule(
    "jwt-typ", .note, "A server takes tokens of the kind that it expects (typ)",
    why: "Tokens of one issuer for other ends are signed with the same key.",
    remedy: "typ at+jwt for access tokens, and a check of it.",
    references: ["RFC 8725 3.11", "RFC 9068 2.1", "OWASP ASVS 9.2.2", "CWE-287"],
    scenario: "jwt/token-kinds#audience-only", sees: [.run], subject: "verified tokens",
    blindness: .insideServer(
      "Whether a server looks at typ",
      tryOut: "Send it an ID token of the same issuer: 401 has to come.")
  ) { view in view.unchecked(["token-type"]) }
}
