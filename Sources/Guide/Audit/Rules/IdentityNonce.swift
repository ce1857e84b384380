extension AuditRule {
  /// Required where the ID token comes by the browser; elsewhere PKCE serves as well.
  static let identityNonce = AuditRule(
    "oidc-nonce", .warning, "An ID token answers the request of this browser (nonce)",
    why: "An ID token of another sign-in, or a code of one, is put into the answer and believed.",
    remedy: "A nonce for each request, checked in the ID token; or PKCE for the code flow.",
    references: ["OpenID Connect Core 3.1.3.7", "RFC 9700 2.1.1", "OWASP ASVS 10.5.1", "CWE-294"],
    claims: ["O7"], scenario: "oauth/code-injection#bare", sees: [.run, .archive],
    subject: "requests for an ID token", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.authorizations
    where it.scopes.contains("openid")
      && (it.asksForCode || it.types.contains("id_token"))
    {
      look.subjects += 1
      if it.hasNonce || !it.isTaken { continue }
      if it.types.contains("id_token") {
        look.hit(
          "\(it.clientID) asks for an ID token by the browser without a nonce",
          at: it.exchange.place, .error)
      } else if !it.hasChallenge {
        look.hit("\(it.clientID) asks without a nonce, and without PKCE", at: it.exchange.place)
      }
    }
    for seen in view.rows(["nonce-matches"]) where seen.row.finding?.isFailing == true {
      look.hit(
        "\(seen.endpoint) does not compare the nonce, and it differs", at: seen.place, .error)
    }
    return look
  }
}
