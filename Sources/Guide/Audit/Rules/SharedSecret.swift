extension AuditRule {
  static let sharedSecret = AuditRule(
    "jwt-shared-secret", .warning, "Who checks a token cannot make one",
    why: "With HS256 every service that verifies holds the secret that signs: one of them broken, "
      + "and all believe what it writes.",
    remedy: "A key pair (ES256, Ed25519, RS256) where issuer and verifier are not one server.",
    references: ["RFC 9068 2.1", "RFC 8725 3.2", "CWE-321"], claims: ["J6", "D4"],
    scenario: "jwt/asymmetric#shared-secret", sees: [.run, .archive],
    subject: "tokens that another server verifies",
    blindness: Blindness(
      "Which servers verify a token does not stand in it.",
      needed: "A run or a HAR in which it is used.")
  ) { view in
    var look = AuditLook()
    var makers: [String: String] = [:]
    for token in view.tokens where token.isIssued {
      guard let origin = token.exchange?.request.url.origin else { continue }
      makers[token.text] = makers[token.text] ?? origin
    }
    for token in view.tokens where token.channel == .authorization && token.isTaken {
      guard let exchange = token.exchange, let maker = makers[token.text],
        maker != exchange.request.url.origin
      else { continue }
      look.subjects += 1
      guard let name = token.decoded?.algorithm, name.hasPrefix("HS") else { continue }
      look.hit("\(exchange.to.name) verifies tokens of \(maker) by \(name)", at: token.place)
    }
    return look
  }
}
