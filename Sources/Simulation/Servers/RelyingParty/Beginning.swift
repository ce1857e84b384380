import Trace
import Wire

/// Sending the browser to the provider.
enum Beginning {
  static let signIn = pipeline().finish { _, hand in begin(hand) }

  static let link = Sessions.required.finish { _, hand in begin(hand) }

  private static func begin(_ hand: Hand) -> Response {
    let request = Transactions.make(hand)
    var response = Transactions.redirect(request, hand)
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
