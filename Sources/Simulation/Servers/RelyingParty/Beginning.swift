import Trace
import Wire

/// Sending the browser to the provider.
enum Beginning {
  struct Choice: Sendable {
    let provider: ServerSpec?
    let wishes: [Pair]
  }

  static let signIn = Endpoint.either(discovering, or: asSetUp) { $0.server.discovers }

  private static let asSetUp = pipeline().gate(providerKnown).finish { choice, hand in
    begin(at: choice.provider, hand, asking: choice.wishes)
  }

  /// For a client that knows its providers by their names alone.
  private static let discovering = pipeline().gate(providerKnown)
    .act { (choice, hand) throws(Refusal) in ProviderDiscovery.ask(choice, hand) }
    .gate(ProviderDiscovery.found).checks([ProviderDiscovery.issuerIsAsked])
    .finish { found, hand in
      ProviderDiscovery.remember(found, hand)
      return begin(at: found.choice.provider, hand, asking: found.choice.wishes)
    }

  /// One action under two methods, as where a button was made of a mere link.
  static let link = Sessions.needed(behind: pipeline().checks([UnsafeMethods.required]))
    .finish { session, hand in
      begin(at: hand.sight.provider, hand, connecting: session.user)
    }

  /// The provider that the person has chosen, among those that this client works with.
  private static let providerKnown = Gate<Arrival, Choice>(
    "provider-known", "the client works with this provider", "RFC 9700 4.4"
  ) { arrival, sight in
    let query = arrival.request.url.query
    guard let name = query["provider"] else {
      return .enter(Choice(provider: sight.provider, wishes: query))
    }
    guard sight.server.providers.contains(name) else {
      return .refuse(
        .page(status: 400, message: "Nobody signs in here by \(name)."),
        expected: sight.server.providers.joined(separator: " or "), actual: name)
    }
    return .enter(Choice(provider: sight.server(named: name), wishes: query))
  }

  static func begin(
    at provider: ServerSpec?, _ hand: Hand, asking wishes: [Pair] = [],
    connecting user: String? = nil
  ) -> Response {
    let request = Transactions.make(at: provider, hand, asking: wishes)
    var response = Transactions.redirect(request, to: provider, hand)
    if hand.isOff("state-bound-to-browser"), let state = request.row["state"] {
      // Kept under the state alone: whoever brings it finds it.
      hand.omit(
        "state-bound-to-browser", "look for the state in this browser's transaction",
        would: "would have put the state behind a cookie of this browser")
      let beginner = user.map { [Pair("user", $0)] } ?? []
      hand.write(.transactions, hand.key(hashing: state), request.row + beginner)
      return response
    }
    let id = hand.mint(.transaction)
    hand.write(.transactions, hand.key(hashing: id), request.row)
    // A form that the provider's page posts comes without Lax cookies (RFC 6265bis 5.6.7).
    let needed = hand.server.responseMode == .formPost ? TransactionSite.none : .lax
    let site = (hand.server.deployment.transactionSite ?? needed).attribute
    response.headers.append(
      "Set-Cookie",
      "\(Transactions.cookieName)=\(id); Path=/; Secure; HttpOnly; SameSite=\(site); Max-Age=600")
    return response
  }
}
