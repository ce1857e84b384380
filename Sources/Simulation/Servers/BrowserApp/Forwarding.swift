import Ledger
import Wire

/// A page that sends on to the address in its own: handy for counting clicks, and an open redirector
/// where it takes every address (RFC 9700 4.11.1).
enum Forwarding {
  struct Order: Sendable {
    let text: String
    let target: WireURL
    let own: String
  }

  private static let targetGiven = Gate<Arrival, Order>(
    "target-given", "the address says where to go on to"
  ) { arrival, _ in
    let url = arrival.request.url
    guard let text = url.query["to"], let target = url.resolving(text) else {
      return .refuse(
        .page(status: 400, message: "There is nowhere to go on to."), expected: "to=ADDRESS",
        actual: url.query["to"] ?? "none")
    }
    return .enter(Order(text: text, target: target, own: url.origin))
  }

  private static let ownTarget = Check<Order>(
    CheckInfo(
      "own-target", "the address is one of this server", "RFC 9700 4.11.1",
      defence: "own-redirects"),
    else: .page(status: 400, message: "That address is not one of ours.")
  ) { order, _ in
    order.target.origin == order.own
      ? .holds : .fails(expected: order.own, actual: order.target.origin)
  }

  static let endpoint = pipeline().gate(targetGiven).checks([ownTarget]).finish { order, _ in
    Response(303, headers: Headers([Pair("Location", order.text)]))
  }
}
