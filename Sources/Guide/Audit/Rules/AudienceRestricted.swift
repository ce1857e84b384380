extension AuditRule {
  static let audienceRestricted = AuditRule(
    "oauth-audience", .error, "A token says for which server it is, and others refuse it",
    why: "An API that takes every token of the issuer lets another API, or an app, use those that "
      + "it was given.",
    remedy: "aud in each token, and a check of it at each server.",
    references: ["RFC 9700 2.3", "RFC 8725 3.9", "OWASP ASVS 9.2.3", "CWE-863"], claims: ["J6"],
    scenario: "jwt/audience#for-anybody", sees: [.run],
    subject: "access tokens",
    blindness: .insideServer(
      "Whether a server looks at aud",
      tryOut: "Send it a token for another server of the same issuer: it has to refuse.")
  ) { view in
    var look = view.unchecked(["audience"])
    for token in view.tokens where token.isIssued && token.purpose == .access {
      guard let claims = token.claims else { continue }
      look.subjects += 1
      if claims["aud"] == nil { look.hit("an access token without aud", at: token.place) }
    }
    return look
  }
}
