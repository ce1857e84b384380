import Wire

extension DiagnosedCause {
  /// The provider's answer is a POST from another site, and the cookie that it needs is Lax.
  static let formPostLax = DiagnosedCause(
    id: "form-post-lax", title: "The answer comes as a POST, and the app's cookie stays behind",
    reference: "OAuth 2.0 Form Post Response Mode 2; RFC 6265bis 5.6.7.1",
    remedy:
      "Give the cookie of the sign-in (state, nonce, verifier) SameSite=None; Secure, for ten "
      + "minutes at most, or ask for response_mode=query. The session cookie stays Lax.",
    scenario: "oauth/login-loop#form-post-lax",
    find: { reading in
      let reasons: Set<String> = [
        CookieReason.sameSiteLaxMethod.sentence, CookieReason.sameSiteUnspecifiedMethod.sentence,
        CookieReason.sameSiteStrict.sentence,
      ]
      for exchange in reading.browsing where exchange.request.method == "POST" {
        guard exchange.message.kind == .answer, exchange.isTurnedAway,
          let (record, decision) = exchange.before.first(where: {
            $0.decision.fate == .withheld && $0.decision.isFor(reasons)
          })
        else { continue }
        return Found(
          what: "The provider's page sends the answer by a form (form_post): a POST from another "
            + "site. The browser keeps the cookie \(decision.name) back, and the app finds nothing "
            + "that the answer could belong to.",
          evidence: [
            Evidence(record, "\(decision.name) is withheld: \(decision.reason)"),
            Evidence(exchange.place, exchange.outcome),
          ])
      }
      return nil
    })
}
