extension AuditRule {
  static let reuseDetection = AuditRule(
    "oauth-refresh-reuse", .warning, "A refresh token that comes back ends its family",
    why: "Of a thief and the owner one uses the old token; where nothing follows from that, the "
      + "thief goes on.",
    remedy: "Revoke every token of the family when a spent one is shown.",
    references: ["RFC 9700 4.14.2", "OWASP ASVS 10.4.5", "CWE-613"], claims: ["J13", "K4"],
    scenario: "jwt/refresh#rotation-alone", sees: [.run], subject: "refresh requests",
    blindness: .insideServer(
      "What follows from a spent refresh token",
      tryOut: "Use one twice, then the new one: both have to be refused.")
  ) { view in view.omitted("reuse-detection") }
}
