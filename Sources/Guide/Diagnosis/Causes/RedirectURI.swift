import Trace
import Wire

extension DiagnosedCause {
  /// The provider does not know the address that the answer should go to.
  static let redirectURI = DiagnosedCause(
    id: "redirect-uri", title: "The provider does not know the redirect URI",
    reference: "RFC 6749 3.1.2.4; RFC 9700 2.1",
    remedy: "Register the redirect URI at the provider as the app sends it: scheme, host, port, "
      + "path and the slash at the end, letter by letter.",
    scenario: "oauth/redirect-uri",
    find: { reading in
      for exchange in reading.browsing where exchange.message.kind == .authorization {
        let words = ASCII.lowercased(exchange.words)
        let isNamed = ["redirect_uri", "redirect uri", "reply url", "callback url"].contains {
          ByteSearch.first($0, in: words) != nil
        }
        guard exchange.status >= 400, isNamed, let address = exchange.message["redirect_uri"],
          !reading.succeedsLater(exchange)
        else { continue }
        return Found(
          what: "\(exchange.url.host) refuses to send the answer to \(address).",
          evidence: [
            Evidence(exchange.sent, "redirect_uri is \(address)"),
            Evidence(exchange.place, exchange.outcome),
          ])
      }
      return reading.lastingError(["redirect_uri_mismatch", "invalid_redirect_uri"]).map { error in
        Found(
          what: "The provider refuses the redirect URI: \(error.words).",
          evidence: [Evidence(error.exchange.place, error.exchange.outcome)])
      }
    })
}
