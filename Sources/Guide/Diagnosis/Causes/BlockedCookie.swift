import Trace
import Wire

extension DiagnosedCause {
  /// No rule of cookies keeps it back, and the file shows that it was not sent.
  static let blockedCookie = DiagnosedCause(
    id: "cookie-not-sent", title: "A cookie that was set is not sent, and no cookie rule says why",
    reference: "RFC 6265bis 8.9",
    remedy: "See in the browser's developer tools whether the cookie is still there (Application "
      + "or Storage, Cookies) and whether third-party cookies are blocked. Do not build a sign-in "
      + "on cookies inside another site's page.",
    scenario: "session/cross-domain",
    find: { reading in
      let rules = CookieReason.allCases.map(\.sentence)
      for exchange in reading.browsing where exchange.isTurnedAway {
        for (record, decision) in exchange.before where decision.fate == .withheld {
          guard !rules.contains(where: { decision.reason.hasPrefix($0) }),
            reading.isOfSignIn(decision, before: exchange)
          else { continue }
          return Found(
            what: "The cookie \(decision.name) was set and would have to be sent to "
              + "\(exchange.url.host); \(decision.reason).",
            evidence: [
              Evidence(record, "\(decision.name) is not in the request"),
              Evidence(exchange.place, exchange.outcome),
            ])
        }
      }
      return nil
    })
}
