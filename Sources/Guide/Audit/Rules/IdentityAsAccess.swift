extension AuditRule {
  static let identityAsAccess = AuditRule(
    "oidc-id-token-as-access", .error, "An ID token opens no API",
    why: "It is made for the client, and every page that signs in with the provider is given one.",
    remedy: "Take tokens of type at+jwt with your own name as aud, and nothing else.",
    references: ["RFC 9068 4", "RFC 8725 3.12", "OWASP ASVS 9.2.2", "CWE-287"], claims: ["O2"],
    scenario: "jwt/token-kinds#any-kind", sees: [.run, .archive],
    subject: "tokens that are shown to APIs", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for token in view.tokens where token.channel == .authorization && token.decoded != nil {
      look.subjects += 1
      if token.purpose == .identity, token.isTaken {
        look.hit("\(token.exchange?.line ?? "an API") takes an ID token", at: token.place)
      }
    }
    return look
  }
}
