import Ledger
import Trace
import Wire

/// Fetching a user's orders from whatever server an address names: an app that works with many
/// servers, and with one that somebody has made up (RFC 9700 4.9.1).
enum Import {
  struct Order: Sendable {
    let session: Session
    let target: WireURL
    /// The API that the client was set up with.
    let known: String?
  }

  struct Ready: Sendable {
    let armed: Delegated.Armed
    let target: WireURL
  }

  private static let targetGiven = Gate<Session, Order>(
    "api-given", "the address names a server to fetch from"
  ) { session, sight in
    let text = session.request.url.query["from"]
    guard let target = text.flatMap({ WireURL($0) }), target.isSecure else {
      return .refuse(
        .page(status: 400, message: "That is not the address of a server."),
        expected: "an https URL", actual: text ?? "none")
    }
    let api = sight.server.api.flatMap { sight.server(named: $0) }
    return .enter(Order(session: session, target: target, known: api?.origin.origin))
  }

  private static let apiKnown = Check<Order>(
    CheckInfo(
      "api-known", "the server is the API that this client was set up with", "RFC 9700 4.9.1",
      defence: "known-apis"),
    else: .page(status: 400, message: "This app does not work with that server.")
  ) { order, _ in
    order.target.origin == order.known
      ? .holds : .fails(expected: order.known ?? "none", actual: order.target.origin)
  }

  /// A token for all APIs, or one that is made for this API (RFC 8707 2.2).
  private static func arm(_ order: Order, _ hand: Hand) -> Delegated.Armed {
    if hand.isOff("resource-indicators") {
      hand.omit(
        "resource-indicators", "name the API at the token endpoint",
        would: "would have asked for a token for \(order.target.origin) alone")
      return Delegated.arm(order.session, hand)
    }
    return Delegated.arm(order.session, hand, for: order.target.origin)
  }

  private static let armed = Gate<Ready, Ready>(
    "delegation-held", "the session holds an access token", "RFC 6749 1.4"
  ) { it, _ in
    it.armed.token != nil
      ? .enter(it)
      : .refuse(
        .page(status: 403, message: "There is no token for that server: \(it.armed.error)."),
        expected: "an access token", actual: it.armed.error)
  }

  static let endpoint = Sessions.required.gate(targetGiven).checks([apiKnown])
    .act { (order, hand) throws(Refusal) -> Ready in
      Ready(armed: arm(order, hand), target: order.target)
    }
    .gate(armed)
    .finish { it, hand in
      let answer = it.armed.token.flatMap {
        ResourceCall.get("/orders", at: it.target, $0, hand)
      }
      return Page(
        title: "\(hand.server.name): orders fetched for \(it.armed.session.user)",
        paragraphs: ["The server said: \(answer?.body ?? "nothing")"]
      ).response(status: answer?.status == 200 ? 200 : 502)
    }
}
