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
      Accounts.link(it.subject, to: session.user, hand)
    } else {
      let user = Accounts.account(of: it.subject, hand)
      let cookie = Sessions.begin(
        user: user, presented: it.answer.request, hand,
        extra: Delegated.kept(it.exchange.body, hand))
      response.headers.append("Set-Cookie", cookie)
    }
    return response
  }
}
