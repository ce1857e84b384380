import Trace
import Wire

/// The redirect URI of a web client: whoever is signed in links the identity to their account,
/// whoever is not signs in with it.
enum Callback {
  static let endpoint = CodeExchange.table
    .act { (profile, hand) throws(Refusal) in Accounts.recognise(profile, hand) }
    .checks([Accounts.addressOpensNothing])
    .finish { recognition, hand in signIn(recognition, hand) }

  private static func signIn(_ recognition: Recognition, _ hand: Hand) -> Response {
    let it = recognition.profile.identified
    let provider = it.answer.provider
    var response = Response(303, headers: Headers([Pair("Location", "/me")]))
    if it.answer.transaction != nil {
      response.headers.append(
        "Set-Cookie", "\(Transactions.cookieName)=; Path=/; Secure; Max-Age=0")
    }
    if let session = it.answer.session {
      Accounts.link(it.subject, at: provider, to: session.user, hand)
    } else {
      if let same = recognition.sameAddress, recognition.linked == nil {
        hand.omit(
          "account-key", "look for iss and sub, and for nothing else",
          would: "would have kept \(it.subject) of \(it.answer.issuer) out of \(same)")
        Accounts.link(it.subject, at: provider, to: same, hand)
      }
      let user = Accounts.account(
        of: it.subject, at: provider, email: recognition.profile.email, hand)
      let cookie = Sessions.begin(
        user: user, presented: it.answer.request, hand,
        extra: Delegated.kept(it.exchange.body, hand))
      response.headers.append("Set-Cookie", cookie)
    }
    return response
  }
}
