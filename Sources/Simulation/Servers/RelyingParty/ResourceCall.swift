import Trace
import Wire

/// What a client asks an API with an access token (RFC 6750 2.1, RFC 9449 7.1).
enum ResourceCall {
  /// Nil when the client has no API, or nobody answers there.
  static func get(_ path: String, _ token: HeldToken, _ hand: Hand) -> Response? {
    send("GET", path, token, hand)
  }

  static func send(
    _ method: String, _ path: String, _ token: HeldToken, _ hand: Hand, form: [Pair] = []
  ) -> Response? {
    guard let api = hand.server.api.flatMap({ hand.server(named: $0) }),
      let url = WireURL(api.origin.origin + path)
    else { return nil }
    return token.send(method, url, hand, form: form)
  }

  /// The same at a server that somebody has named.
  static func get(
    _ path: String, at server: WireURL, _ token: HeldToken, _ hand: Hand
  ) -> Response? {
    WireURL(server.origin + path).flatMap { token.send("GET", $0, hand) }
  }
}
