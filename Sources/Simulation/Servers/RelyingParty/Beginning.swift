import Trace
import Wire

/// Sending the browser to the provider.
enum Beginning {
  static let signIn = pipeline().gate(providerKnown).finish { provider, hand in
    begin(at: provider, hand)
  }

  /// One action under two methods, as where a button was made of a mere link.
  static let link = Sessions.needed(behind: pipeline().checks([UnsafeMethods.required]))
    .finish { _, hand in begin(at: hand.sight.provider, hand) }

  /// The provider that the person has chosen, among those that this client works with.
  private static let providerKnown = Gate<Arrival, ServerSpec?>(
    "provider-known", "the client works with this provider", "RFC 9700 4.4"
  ) { arrival, sight in
    guard let name = arrival.request.url.query["provider"] else { return .enter(sight.provider) }
    guard sight.server.providers.contains(name) else {
      return .refuse(
        .page(status: 400, message: "Nobody signs in here by \(name)."),
        expected: sight.server.providers.joined(separator: " or "), actual: name)
    }
    return .enter(sight.server(named: name))
  }

  private static func begin(at provider: ServerSpec?, _ hand: Hand) -> Response {
    let request = Transactions.make(at: provider, hand)
    var response = Transactions.redirect(request, to: provider)
    if hand.isOff("state-bound-to-browser"), let state = request.row["state"] {
      // Kept under the state alone: whoever brings it finds it.
      hand.omit(
        "state-bound-to-browser", "look for the state in this browser's transaction",
        would: "would have put the state behind a cookie of this browser")
      hand.write(.transactions, hand.key(hashing: state), request.row)
      return response
    }
    let id = hand.mint(.transaction)
    hand.write(.transactions, hand.key(hashing: id), request.row)
    response.headers.append(
      "Set-Cookie",
      "\(Transactions.cookieName)=\(id); Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600")
    return response
  }
}
