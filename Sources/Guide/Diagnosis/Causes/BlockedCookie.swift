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
            decision.isOfSession(in: reading, before: exchange)
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

extension CookieDecision {
  /// Whether the sign-in, or what led to it, has set the cookie.
  fileprivate func isOfSession(
    in reading: LoginReading, before exchange: LoginReading.Exchange
  ) -> Bool {
    reading.exchanges[..<exchange.index].contains { earlier in
      earlier.client == exchange.client
        && (earlier.isSignIn || earlier.next(isAuthorizationIn: reading))
        && earlier.after.contains { $0.decision.name == name && $0.decision.host == host }
    }
  }
}

extension LoginReading.Exchange {
  /// Whether it sends the browser to the provider: then it keeps state in a cookie.
  fileprivate func next(isAuthorizationIn reading: LoginReading) -> Bool {
    reading.next(self)?.message.kind == .authorization
  }
}
