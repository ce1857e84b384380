extension AuditRule {
  static let proofKey = AuditRule(
    "oauth-pkce", .error, "A code is of use to the client that asked for it alone (PKCE, S256)",
    why:
      "Whoever gets hold of a code (another app with the same address, a log, a page in between) "
      + "redeems it, or has it redeemed in their own session.",
    remedy: "A fresh code_verifier for each request, code_challenge with S256, and a provider that "
      + "insists.",
    references: ["RFC 9700 2.1.1", "RFC 7636 1", "OWASP ASVS 10.4.6", "CWE-294"], claims: ["O7"],
    scenario: "oauth/code-interception#no-pkce", sees: [.run, .archive],
    subject: "requests for a code", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.authorizations where it.asksForCode {
      look.subjects += 1
      if it.hasChallenge || !it.isTaken { continue }
      let plain = it.parameters["code_challenge"] == nil ? "without a" : "with a plain"
      switch (it.client, it.hasNonce) {
      case (.public, _):
        look.hit(
          "\(it.clientID), a public client, asks \(plain) code_challenge", at: it.exchange.place)
      case (_, false):
        look.hit(
          "\(it.clientID) asks \(plain) code_challenge and without a nonce", at: it.exchange.place)
      case (_, true):
        look.hit(
          "\(it.clientID) asks \(plain) code_challenge; a nonce is all that ties the code",
          at: it.exchange.place, .note)
      }
    }
    return look
  }
}
