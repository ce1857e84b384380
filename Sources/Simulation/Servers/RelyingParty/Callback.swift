import Trace
import Wire

/// The redirect URI of a web client: whoever is signed in links the identity to their account,
/// whoever is not signs in with it.
enum Callback {
  static let endpoint = Endpoint.either(
    endpoint(AnswerChecks.table()), or: endpoint(AnswerChecks.tableOfOwnAddress)
  ) { $0.isOff("callback-per-provider") }

  private static func endpoint(_ answer: Pipeline<Arrival, Answer>) -> Endpoint {
    CodeExchange.table(answer)
      .act { (profile, hand) throws(Refusal) in Accounts.recognise(profile, hand) }
      .checks([Accounts.addressOpensNothing])
      .finish { recognition, hand in signIn(recognition, hand) }
  }

  private static func signIn(_ recognition: Recognition, _ hand: Hand) -> Response {
    let it = recognition.profile.identified
    let provider = it.answer.provider
    var response = Response(303, headers: Headers([Pair("Location", "/me")]))
    if it.answer.transaction != nil {
      response.headers.append(
        "Set-Cookie", "\(Transactions.cookieName)=; Path=/; Secure; Max-Age=0")
    }
    // Whoever is known here by this identity signs in once more; anybody else is linked to it.
    if let session = it.answer.session, !isSame(session, it) {
      connect(it, to: session.user, hand)
    } else if it.answer.session == nil, let user = it.answer.transaction?.row["user"] {
      // Whoever began it is known by the state alone, whatever browser brings the answer.
      connect(it, to: user, hand)
    } else {
      if let same = recognition.sameAddress, recognition.linked == nil {
        hand.omit(
          "account-key", "look for iss and sub, and for nothing else",
          would: "would have kept \(it.subject) of \(it.answer.issuer) out of \(same)")
        Accounts.link(it.subject, at: provider, to: same, hand)
      }
      let user = Accounts.account(
        of: it.subject, at: provider, email: recognition.profile.email, hand)
      var extra = [Pair("iss", it.answer.issuer), Pair("sub", it.subject)]
      // To be shown to the provider at the end (OpenID Connect RP-Initiated Logout 2).
      if hand.server.keepsHint { extra.append(Pair("identity", it.identity.token.text)) }
      if let sid = it.identity.claims["sid"]?.string { extra.append(Pair("sid", sid)) }
      let cookie = Sessions.begin(
        user: user, presented: it.answer.request, hand,
        extra: extra + Delegated.kept(it.exchange.body, hand))
      response.headers.append("Set-Cookie", cookie)
    }
    return response
  }

  private static func connect(_ it: Identified, to user: String, _ hand: Hand) {
    Accounts.link(it.subject, at: it.answer.provider, to: user, hand)
    Delegated.keep(it.exchange.body, of: user, hand)
  }

  /// Whether the session was begun by this very identity.
  private static func isSame(_ session: Session, _ it: Identified) -> Bool {
    session.row["iss"] == it.answer.issuer && session.row["sub"] == it.subject
  }
}
