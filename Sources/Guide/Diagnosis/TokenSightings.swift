import Tokens
import Trace
import Wire

/// A JWT that was handed out in a trace.
struct TokenSighting {
  /// The record of the message that it came in.
  let record: Int
  let exchange: LoginReading.Exchange
  let text: String
  let claims: JSONObject?
  /// Whether it says who has signed in.
  let isIdentity: Bool
  /// The time when it was handed out, in seconds.
  let handedOut: Int64
}

/// The exchange in which somebody refused because of a token, or may have.
struct TokenJudgement {
  let exchange: LoginReading.Exchange

  /// The time of the server that judged, as its answer says, else as the trace says.
  var serverTime: Int64 {
    exchange.response.flatMap(LoginReading.date) ?? exchange.began.seconds
  }
}

extension LoginReading {
  /// The tokens that token endpoints and answers handed out, in their order.
  var tokens: [TokenSighting] {
    exchanges.flatMap { exchange -> [TokenSighting] in
      var out: [TokenSighting] = []
      if exchange.message.kind == .answer, let text = exchange.message["id_token"] {
        out += [sighting(text, exchange, exchange.sent, isIdentity: true)].compactMap { $0 }
      }
      guard exchange.message.kind == .token, let received = exchange.received,
        let json = exchange.response.flatMap({ try? JSONValue.parse($0.body, limits: .lenient) })
      else { return out }
      for name in ["id_token", "access_token"] {
        guard let text = json[name]?.string else { continue }
        out += [sighting(text, exchange, received, isIdentity: name == "id_token")]
          .compactMap { $0 }
      }
      return out
    }
  }

  private func sighting(
    _ text: String, _ exchange: Exchange, _ record: Int, isIdentity: Bool
  ) -> TokenSighting? {
    guard let token = try? UnverifiedToken(text) else { return nil }
    return TokenSighting(
      record: record, exchange: exchange, text: text, claims: token.claims,
      isIdentity: isIdentity, handedOut: exchange.began.seconds)
  }

  /// Where a token was refused: in the answer that it was fetched for, or at an API.
  func judgement(of token: TokenSighting) -> TokenJudgement? {
    if token.isIdentity {
      // From server to server, while the answer was waiting; or in the answer itself.
      let answer = exchanges.first {
        $0.message.kind == .answer && $0.isRefused && $0.belongs(to: token)
      }
      if let answer { return TokenJudgement(exchange: answer) }
    }
    let refusal = exchanges.first {
      $0.index > token.exchange.index && $0.status == 401
        && $0.request.headers["Authorization"].map { $0.hasSuffix(token.text) } ?? false
    }
    return refusal.map { TokenJudgement(exchange: $0) }
  }

  /// A time of a token; nil where it is none that a calendar has (RFC 7519 2).
  static func time(_ claims: JSONObject, _ name: String) -> Int64? {
    let lastYear: Int64 = 253_402_300_799
    guard let seconds = claims[name]?.integer, (0...lastYear).contains(seconds) else { return nil }
    return seconds
  }

  /// The Date header, in seconds (RFC 9110 6.6.1).
  static func date(_ response: Response) -> Int64? {
    response.headers["Date"].flatMap { CookieDate.parse($0) }.map { $0 / 1000 }
  }

  /// Whether the same was asked later, with another token, and answered.
  func getsThroughLater(_ exchange: Exchange) -> Bool {
    later(exchange).contains {
      $0.url.path == exchange.url.path && (200..<300).contains($0.status)
    }
  }
}

extension LoginReading.Exchange {
  /// The JWT of the Authorization header.
  var bearer: UnverifiedToken? {
    let words = (request.headers["Authorization"] ?? "").split(separator: " ")
    guard words.count == 2, ["bearer", "dpop"].contains(ASCII.lowercased(words[0])) else {
      return nil
    }
    return try? UnverifiedToken(String(words[1]))
  }

  /// Whether the token was fetched for this answer: its code was exchanged for it.
  fileprivate func belongs(to token: TokenSighting) -> Bool {
    if token.exchange.index == index { return true }
    guard let code = message["code"] else { return false }
    return token.exchange.message["code"] == code
  }
}
