import Trace
import Wire

extension DiagnosedCause {
  /// A code is good once (RFC 6749 4.1.2).
  static let reusedCode = DiagnosedCause(
    id: "code-reused", title: "The same authorization code is used twice",
    reference: "RFC 6749 4.1.2; RFC 9700 2.1.1",
    remedy: "Answer the callback with a redirect at once, so that a reload or the back button "
      + "cannot send the code again, and let nothing else fetch that URL (prefetching, link "
      + "scanners, a page that loads twice in development).",
    scenario: "oauth/code-replay",
    find: { reading in
      for kind in [OAuthMessage.Kind.answer, .token] {
        var first: [String: LoginReading.Exchange] = [:]
        for exchange in reading.exchanges where exchange.message.kind == kind {
          guard let code = exchange.message["code"] else { continue }
          guard let earlier = first[code] else {
            first[code] = exchange
            continue
          }
          guard exchange.isRefused || exchange.status >= 500 else { continue }
          let place = kind == .answer ? "to \(exchange.url.base)" : "to the token endpoint"
          return Found(
            what: "One code goes \(place) twice; the second time it is refused.",
            evidence: [
              Evidence(earlier.sent, "the code is used: \(earlier.outcome)"),
              Evidence(exchange.place, "the same code again: \(exchange.outcome)"),
            ])
        }
      }
      return nil
    })
}
