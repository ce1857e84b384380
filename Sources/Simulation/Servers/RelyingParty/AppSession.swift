import Ledger
import Tokens
import Trace
import Wire

/// Where an app on a device tells its server who has signed in there, by a token of the provider.
enum AppSession {
  struct Person: Sendable {
    let subject: String
    let request: Request
  }

  private static func refused(_ message: String) -> Refusal {
    .page(status: 400, message: message)
  }

  // By an ID token: made for one client, and saying so (OpenID Connect Core 3.1.3.7).

  private static let identityGiven = Gate<Arrival, Request>(
    "identity-given", "the app brings an ID token", "OpenID Connect Core 2"
  ) { arrival, _ in
    arrival.request.field("id_token") == nil
      ? .refuse(
        refused("An ID token is needed to sign in."), expected: "id_token", actual: "none")
      : .enter(arrival.request)
  }

  private static func judge(
    _ request: Request, _ hand: Hand
  ) -> (rows: [LedgerRow], next: Admission<Person>) {
    let spec = hand.server
    guard let provider = hand.sight.provider else {
      preconditionFailure("an OAuth client has a provider")
    }
    var expected = TokenPolicies.Expectation(
      issuer: provider.origin.origin, audience: spec.name,
      algorithm: provider.signatureAlgorithm, keys: hand.keys(of: provider))
    expected.aliases = spec.apps
    expected.accessToken = request.field("access_token")
    let verdict = TokenPolicies.verdict(request.field("id_token") ?? "", expected, hand)
    let rows = TokenTable.identity.ledger(of: verdict)
    switch verdict.outcome {
    case .accepted(let token):
      let subject = token.claims["sub"]?.string ?? ""
      return (rows, .enter(Person(subject: subject, request: request)))
    case .refused(let refusal):
      let words = "The ID token is not acceptable: \(refusal.row.check.title)."
      return (rows, .refuse(refused(words), expected: "", actual: ""))
    }
  }

  private static let byIdentityToken = pipeline().gate(identityGiven)
    .ledger(TokenTable.identity.rows, judge)
    .finish { person, hand in signIn(person, hand) }

  // By an access token: whoever it was given to, it opens the user's profile.

  struct Asked: Sendable {
    let request: Request
    let answer: Response?
  }

  private static let accessGiven = Gate<Arrival, Request>(
    "access-given", "the app brings an access token", "RFC 6749 1.4"
  ) { arrival, _ in
    arrival.request.field("access_token") == nil
      ? .refuse(refused("No access token came."), expected: "access_token", actual: "none")
      : .enter(arrival.request)
  }

  private static let profileCame = Gate<Asked, Person>(
    "profile-received", "the provider gave a profile", "OpenID Connect Core 5.3.2"
  ) { asked, _ in
    let body = asked.answer.flatMap { try? JSONValue.parse($0.body) }
    guard asked.answer?.status == 200, let subject = body?["sub"]?.string else {
      return .refuse(
        refused("The provider gave no profile."), expected: "200 with sub",
        actual: "\(asked.answer?.status ?? 0)")
    }
    return .enter(Person(subject: subject, request: asked.request))
  }

  private static let byAccessToken = pipeline().gate(accessGiven)
    .act { (request, hand) throws(Refusal) -> Asked in
      hand.omit(
        "identity-token", "ask for an ID token",
        would: "would have shown for which app the token was made")
      let token = HeldToken(request.field("access_token") ?? "")
      return Asked(
        request: request, answer: BackChannel.userInfo(token, at: hand.sight.provider, hand))
    }
    .gate(profileCame)
    .finish { person, hand in signIn(person, hand) }

  private static func signIn(_ person: Person, _ hand: Hand) -> Response {
    let user = Accounts.account(of: person.subject, at: hand.sight.provider, hand)
    let cookie = Sessions.begin(user: user, presented: person.request, hand)
    return Response(303, headers: Headers([Pair("Set-Cookie", cookie), Pair("Location", "/me")]))
  }

  static let endpoint = Endpoint.either(byAccessToken, or: byIdentityToken) {
    $0.isOff("identity-token")
  }
}
