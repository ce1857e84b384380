import Wire

extension AuditRule {
  static let accessTokenHash = AuditRule(
    "oidc-at-hash", .warning,
    "An ID token that comes with an access token vouches for it (at_hash)",
    why: "In an answer by the browser the access token can be replaced by another one.",
    remedy: "at_hash in the ID token, and a check of it; or the code flow.",
    references: ["OpenID Connect Core 3.2.2.10", "CWE-345"], scenario: "oauth/implicit",
    sees: [.run, .archive], subject: "ID tokens that come by the browser", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for token in view.tokens where token.isIssued && token.channel == .url {
      guard token.purpose == .identity, let claims = token.claims else { continue }
      look.subjects += 1
      let target = token.exchange?.location
      let fragment = FormCoding.parse(target?.fragment ?? "")
      if fragment["access_token"] != nil, claims["at_hash"] == nil {
        look.hit("an ID token without at_hash comes beside an access token", at: token.place)
      }
    }
    return look
  }
}
