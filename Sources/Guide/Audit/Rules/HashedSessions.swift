extension AuditRule {
  static let hashedSessions = AuditRule(
    "session-store-hashed", .warning, "The store of sessions holds hashes of the ids",
    why: "Whoever reads the table, a backup of it or a log of queries is everybody.",
    remedy: "Store SHA-256 of the id; the id itself is in the cookie alone.",
    references: ["OWASP ASVS 14.2.4", "CWE-312"], scenario: "session/store-leak#raw-ids",
    sees: [.run], subject: "sessions",
    blindness: .insideServer(
      "What a store holds", tryOut: "Look into the table: the cookie's value must not be there.")
  ) { view in view.omitted("hashed-ids") }
}
