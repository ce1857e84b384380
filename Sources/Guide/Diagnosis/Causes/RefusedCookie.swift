import Trace
import Wire

extension DiagnosedCause {
  /// The answer sets a cookie that breaks a rule, and the browser drops it without a word.
  static let refusedCookie = DiagnosedCause(
    id: "cookie-refused", title: "The browser refuses a cookie of the sign-in",
    reference: "RFC 6265bis 5.7",
    remedy: "Set the cookie so that it keeps its own rules: over https, with Secure, without "
      + "Domain, with Path=/.",
    scenario: "session/cookie-tossing",
    find: { reading in
      for exchange in reading.browsing {
        for (record, decision) in exchange.after where decision.fate == .refused {
          guard reading.isPartOfSignIn(exchange),
            let stranger = reading.later(exchange).first(where: \.isTurnedAway),
            !stranger.request.cookies.contains(where: { $0.name == decision.name })
          else { continue }
          return Found(
            what: "The browser refuses the cookie \(decision.name): \(decision.reason). The next "
              + "request comes without it.",
            evidence: [
              Evidence(record, "\(decision.name) is refused: \(decision.reason)"),
              Evidence(
                stranger.place,
                "\(stranger.request.method) \(stranger.url.path): \(stranger.outcome)"),
            ], remedy: remedy(decision))
        }
      }
      return nil
    })

  private static func remedy(_ decision: CookieDecision) -> String? {
    let remedies: [CookieReason: String] = [
      .sameSiteNoneWithoutSecure: "Add Secure, or take SameSite=None out if nobody else needs it.",
      .hostPrefix:
        "A name with __Host- needs Secure, Path=/ and no Domain; or choose another name.",
      .securePrefix: "A name with __Secure- needs Secure; or choose another name.",
      .foreignDomain: "Leave Domain out, or name a domain that the host belongs to.",
      .publicSuffix: "Leave Domain out: nobody may set cookies for a whole public suffix.",
      .overlaysSecure: "Use https throughout: plain http must not replace a Secure cookie.",
      .setByCrossSiteSubrequest: "Set the cookie in a navigation to that host, or give it "
        + "SameSite=None; Secure, which browsers may block as a third party's.",
    ]
    return remedies.first { $0.key.sentence == decision.reason }?.value
  }
}

extension CookieDecision {
  /// Whether the reason is one of these, whatever is said besides.
  func isFor(_ sentences: Set<String>) -> Bool {
    sentences.contains { reason == $0 || reason.hasPrefix($0 + ";") }
  }
}
