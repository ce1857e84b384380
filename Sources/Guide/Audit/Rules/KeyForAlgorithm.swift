extension AuditRule {
  static let keyForAlgorithm = AuditRule(
    "jwt-key-confusion", .error, "A key is used with its own algorithm",
    why:
      "A verifier that puts a public key into HS256 lets everybody sign with what everybody has.",
    remedy: "Bind each key to one algorithm.",
    references: ["RFC 8725 3.1", "OWASP ASVS 9.1.2", "CWE-327"], claims: ["K1", "M3"],
    scenario: "jwt/key-confusion#one-key-for-all", sees: [.run], subject: "verified tokens",
    blindness: .insideServer(
      "With which keys a verifier goes to which algorithm",
      tryOut: "Sign a token by HS256 with the text of the public key: 401 has to come.")
  ) { view in view.unchecked(["key-fits"]) }
}
