import Trace
import Wire

extension DiagnosedCause {
  /// Any other error of the provider.
  static let providerError = DiagnosedCause(
    id: "provider-error", title: "The provider answers with an error",
    reference: "RFC 6749 4.1.2.1 and 5.2",
    remedy: "The error names what is wrong with the request; the provider's log says more.",
    scenario: "oauth/outage",
    find: { reading in
      if let error = reading.providerErrors.first(where: { !reading.succeedsLater($0.exchange) }) {
        return Found(
          what: "The provider answers \(error.words).",
          evidence: [Evidence(error.exchange.place, error.exchange.outcome)])
      }
      let refused = reading.browsing.first {
        $0.message.kind == .authorization && $0.status >= 400 && !reading.succeedsLater($0)
      }
      return refused.map { exchange in
        Found(
          what: "\(exchange.url.host) shows an error instead of a page to sign in.",
          evidence: [Evidence(exchange.place, exchange.outcome)])
      }
    })
}
