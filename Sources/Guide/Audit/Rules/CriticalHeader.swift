extension AuditRule {
  static let criticalHeader = AuditRule(
    "jwt-crit", .error, "A header that is marked critical is understood or the token refused",
    why: "crit says that the token means something else to whoever does not know the member: for "
      + "reading only, for one use only.",
    remedy: "Refuse a token with a critical member that you do not know.",
    references: ["RFC 7515 4.1.11", "RFC 8725 3.10", "CWE-20"],
    scenario: "jwt/critical-header#overlooked", sees: [.run], subject: "verified tokens",
    blindness: .insideServer(
      "What a verifier makes of crit",
      tryOut: "Sign a token with crit naming a member of your own: 401 has to come.")
  ) { view in view.unchecked(["critical-header"]) }
}
