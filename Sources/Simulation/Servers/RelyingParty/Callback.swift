import Trace
import Wire

/// The redirect URI of a web client: whoever is signed in links the identity to their account,
/// whoever is not signs in with it.
enum Callback {
  static let endpoint = CodeExchange.table.finish { profile, hand in
    let it = profile.identified
    var response = Response(303, headers: Headers([Pair("Location", "/me")]))
    if it.answer.transaction != nil {
      response.headers.append(
        "Set-Cookie", "\(Transactions.cookieName)=; Path=/; Secure; Max-Age=0")
    }
    if let session = it.answer.session {
      link(it, to: session.user, hand)
    } else {
      let user = account(of: it, hand)
      let cookie = Sessions.begin(user: user, presented: it.answer.request, hand)
      response.headers.append("Set-Cookie", cookie)
    }
    return response
  }

  /// The account key is iss and sub, never an e-mail address (OpenID Connect Core 5.7).
  private static func link(_ it: Identified, to user: String, _ hand: Hand) {
    let provider = hand.server.provider ?? ""
    hand.write(
      .links, RowKey(user),
      [
        Pair("identity", "\(it.subject)@\(provider)"), Pair("iss", it.answer.issuer),
        Pair("sub", it.subject),
      ])
  }

  /// The account that the identity is linked to, or a new one.
  private static func account(of it: Identified, _ hand: Hand) -> String {
    let linked = hand.rows(.links).first {
      $0.row["iss"] == it.answer.issuer && $0.row["sub"] == it.subject
    }
    if let linked { return linked.key.text }
    let name = "\(it.subject)@\(hand.server.provider ?? "")"
    hand.write(.users, RowKey(name), [Pair("role", "user")])
    link(it, to: name, hand)
    return name
  }
}
