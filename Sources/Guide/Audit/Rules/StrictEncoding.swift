extension AuditRule {
  static let strictEncoding = AuditRule(
    "jwt-blocklist-key", .warning, "A token is taken off by its id, and read in one spelling",
    why: "The last letter of a signature has bits to spare: another letter makes another text of "
      + "the same token, and a list of texts does not know it.",
    remedy: "Block by jti, and refuse base64url with spare bits.",
    references: ["RFC 7515 2", "RFC 4648 3.5", "CWE-180"], claims: ["J14"],
    scenario: "jwt/blocklist-evasion#by-its-letters", sees: [.run], subject: "verified tokens",
    blindness: .insideServer(
      "How a server reads base64url",
      tryOut: "Change the last letter of a signature to its neighbour: 401 has to come.")
  ) { view in
    var look = AuditLook()
    // Either suffices: by jti every spelling is the same token.
    guard view.level(of: "token-blocklist") == "text" else { return look }
    look.add(view.omitted("strict-decoding"))
    return look
  }
}
