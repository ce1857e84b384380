extension AuditRule {
  static let signedInside = AuditRule(
    "jwe-signed-inside", .error, "An encrypted token is believed for the signature inside it",
    why: "Everybody has the public key that a token is encrypted with; that it opens says nothing "
      + "of who wrote it.",
    remedy: "Sign, then encrypt; and refuse what is not signed inside.",
    references: ["RFC 8725 3.3", "RFC 7519 11.2", "CWE-345"],
    scenario: "jwt/wrapped#envelope-believed", sees: [.run], subject: "encrypted tokens",
    blindness: .insideServer(
      "What a server asks of the content of an encrypted token",
      tryOut: "Encrypt bare claims with the public key (`authscope token encrypt`): 401 has to "
        + "come.")
  ) { view in view.omitted("signed-inside") }
}
