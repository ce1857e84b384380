import Ledger
import Trace
import Wire

/// The table of an API that asks the provider about each token (RFC 7662), because it cannot or
/// does not want to read it.
enum IntrospectedTokens {
  struct Told: Sendable {
    let presented: BearerTokens.Presented
    let answer: JSONObject?
    let origin: String

    func refusal(_ description: String) -> Refusal {
      .bearer(
        status: 401, error: "invalid_token", description: description,
        challenge: presented.challenge)
    }
  }

  static let table = pipeline().gate(BearerTokens.present)
    .act { (presented, hand) throws(Refusal) -> Told in
      Told(
        presented: presented, answer: answer(presented.token, hand),
        origin: hand.server.origin.origin)
    }
    .gate(active).checks([meantForUs]).gate(authorised)

  private static let active = Gate<Told, Told>(
    "token-active", "the provider says that the token is good", "RFC 7662 2.2"
  ) { told, _ in
    if told.answer == nil {
      // Not a word about the token: the one who would know is not there (RFC 9110 15.6.4).
      return .refuse(
        .oauth(
          status: 503, error: "temporarily_unavailable",
          description: "nobody can say what the token is good for"),
        expected: "active: true", actual: "no answer")
    }
    guard told.answer?["active"]?.bool == true else {
      return .refuse(
        told.refusal("the provider does not answer for this token"), expected: "active: true",
        actual: "active: false")
    }
    return .enter(told)
  }

  private static let meantForUs = Check<Told>(
    CheckInfo(
      "audience", "aud names this server", "RFC 7662 2.2", defence: "check-audience"),
    elseBy: { $0.refusal("the token is for another server") }
  ) { told, _ in
    let named = told.answer?["aud"]
    let all = named?.array?.compactMap(\.string) ?? named?.string.map { [$0] } ?? []
    return all.contains(told.origin)
      ? .holds
      : .fails(
        expected: told.origin, actual: all.isEmpty ? "no aud" : all.joined(separator: ", "))
  }

  private static let authorised = Gate<Told, Authorised>(
    "token-has-subject", "the answer says for whom the token is", "RFC 7662 2.2"
  ) { told, _ in
    guard let claims = told.answer, claims["sub"]?.string != nil else {
      return .refuse(told.refusal("the token is for nobody"), expected: "sub", actual: "none")
    }
    return .enter(
      Authorised(
        claims: claims, token: told.presented.token, request: told.presented.request,
        challenge: told.presented.challenge, isIssuer: false))
  }

  /// The provider's word; or the last one, for as long as this API relies on it (RFC 7662 4).
  private static func answer(_ token: String, _ hand: Hand) -> JSONObject? {
    let run = hand.run
    if let known = run.world.introspections[run.seat]?[token], hand.now < known.until {
      hand.note("The answer about this token is remembered, so nobody is asked.")
      return try? JSONValue.parse(known.body).object
    }
    guard let response = ask(token, hand), response.status == 200 else { return nil }
    let span = hand.span(.introspectionCache)
    if span.seconds > 0 {
      run.world.introspections[run.seat, default: [:]][token] = RememberedAnswer(
        body: response.body, until: hand.now.advanced(by: span))
    }
    return try? JSONValue.parse(response.body).object
  }

  private static func ask(_ token: String, _ hand: Hand) -> Response? {
    let api = hand.server
    guard let provider = api.trusts.flatMap({ hand.server(named: $0) }),
      let url = WireURL(provider.origin.origin + "/introspect")
    else { return nil }
    var message = ClientMessage(
      form: [Pair("token", token), Pair("token_type_hint", "access_token")])
    message.identify(api, to: provider, hand)
    return hand.send(
      Request(
        "POST", url, headers: Headers(message.headers), body: FormCoding.encode(message.form)))
  }
}
