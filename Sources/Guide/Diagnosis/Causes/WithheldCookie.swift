import Trace
import Wire

extension DiagnosedCause {
  /// The session cookie is in the jar, and a rule keeps it there.
  static let withheldCookie = DiagnosedCause(
    id: "cookie-withheld", title: "The browser has the cookie, and does not send it",
    reference: "RFC 6265bis 5.6.7.1 and 5.8.3",
    remedy: "Make the session cookie SameSite=Lax: it goes along when a link or a redirect of "
      + "another site opens a page. What changes something can ask for a second cookie, Strict.",
    scenario: "oauth/login-loop#strict",
    alsoShownBy: ["session/cross-domain", "session/secure-flag#secure-only"],
    find: { reading in
      for exchange in reading.browsing where exchange.isTurnedAway {
        for (record, decision) in exchange.before where decision.fate == .withheld {
          guard let rule = WithholdingRule(decision, exchange, reading) else { continue }
          return Found(
            what: "The cookie \(decision.name) was set, and the browser keeps it back: "
              + "\(decision.reason). \(exchange.url.host) sees a stranger.",
            evidence: [
              Evidence(record, "\(decision.name) is withheld: \(decision.reason)"),
              Evidence(
                exchange.place,
                "\(exchange.request.method) \(exchange.url.path): \(exchange.outcome)"),
            ], remedy: rule.remedy, scenario: rule.scenario)
        }
      }
      return nil
    })
}

/// Why a cookie that is needed stays behind, where that has to do with the sign-in.
private struct WithholdingRule {
  var remedy: String?
  var scenario: String?

  init?(
    _ decision: CookieDecision, _ exchange: LoginReading.Exchange, _ reading: LoginReading
  ) {
    // What an advertiser's server sets and refuses is no sign-in.
    guard reading.isOfSignIn(decision, before: exchange) else { return nil }
    let reason = CookieReason.allCases.first { decision.isFor([$0.sentence]) }
    switch reason {
    case .sameSiteStrict:
      // Something that another site sends is what Strict is made for.
      guard exchange.request.method == "GET" || exchange.isSignIn else { return nil }
    case .sameSiteLaxSubrequest, .sameSiteUnspecifiedSubrequest:
      guard exchange.request.method == "GET" else { return nil }
      remedy =
        "A page of another site asks for this: serve both from one site, or give the cookie "
        + "SameSite=None; Secure and expect browsers to block it as a third party's."
      scenario = "session/cross-domain"
    case .insecureChannel:
      guard Self.isFresh(decision, exchange, reading) else { return nil }
      remedy = "Use https for every page of the host, and redirect http to it."
      scenario = "session/secure-flag#secure-only"
    case .otherPath:
      guard Self.isFresh(decision, exchange, reading) else { return nil }
      remedy = "Set the cookie with Path=/: without it a cookie is for the folder that sets it."
    case _: return nil
    }
  }

  /// Whether the sign-in itself has set it, a few messages ago.
  private static func isFresh(
    _ decision: CookieDecision, _ exchange: LoginReading.Exchange, _ reading: LoginReading
  ) -> Bool {
    let hasOther = exchange.before.contains {
      $0.decision.fate == .attached && $0.decision.name == decision.name
    }
    return !hasOther
      && reading.exchanges[..<exchange.index].suffix(6).contains { earlier in
        earlier.isSignIn
          && earlier.after.contains {
            $0.decision.name == decision.name && $0.decision.host == decision.host
              && $0.decision.fate != .refused
          }
      }
  }
}
