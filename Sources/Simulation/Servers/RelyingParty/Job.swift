import Ledger
import Trace
import Wire

/// What a program does by itself, at night and for no user: it gets a token with its own secret
/// (RFC 6749 4.4) and calls an API with it.
enum Job {
  private static let row = RowKey("job")

  struct Armed: Sendable {
    let token: HeldToken?
    let error: String
  }

  /// The token of the last time, for as long as it is good; else a new one.
  private static func arm(_ hand: Hand) -> Armed {
    if let kept = hand.read(.vault, row), let until = kept["until"].flatMap({ Int64($0) }),
      hand.now.seconds < until
    {
      let token = kept["access"].map { HeldToken($0, type: kept["access-type"]) }
      return Armed(token: token, error: "")
    }
    let scope = hand.server.scopes.joined(separator: " ")
    let form = [Pair("grant_type", GrantType.clientCredentials.parameter), Pair("scope", scope)]
    let response = BackChannel.post("/token", form, at: hand.sight.provider, hand)
    let body = response.flatMap { try? JSONValue.parse($0.body) }
    guard response?.status == 200, let token = body?["access_token"]?.string else {
      return Armed(token: nil, error: body?["error"]?.string ?? "no answer")
    }
    let until = hand.now.seconds + (body?["expires_in"]?.integer ?? 0)
    let held = HeldToken(token, type: body?["token_type"]?.string)
    let type = held.isBound ? [Pair("access-type", TokenScheme.dpop.rawValue)] : []
    hand.write(.vault, row, [Pair("access", token), Pair("until", String(until))] + type)
    return Armed(token: held, error: "")
  }

  private static let received = Gate<Armed, HeldToken>(
    "tokens-received", "the provider gave tokens", "RFC 6749 5.1"
  ) { armed, _ in
    guard let token = armed.token else {
      return .refuse(
        .page(status: 502, message: "The provider gave no token: \(armed.error)."),
        expected: "200 with an access token", actual: armed.error)
    }
    return .enter(token)
  }

  static let endpoint = pipeline()
    .act { (_, hand) throws(Refusal) -> Armed in arm(hand) }
    .gate(received)
    .finish { token, hand in
      let response = ResourceCall.get("/orders", token, hand)
      let title = "\(hand.server.name): the nightly job"
      guard let response, response.status == 200 else {
        let status = response?.status ?? 0
        return Page(title: title, paragraphs: ["The API said no: \(status)."])
          .response(status: 502)
      }
      return Page(title: title, paragraphs: ["The API said: \(response.body)"]).response()
    }
}
