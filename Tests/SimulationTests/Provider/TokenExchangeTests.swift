import Simulation
import Testing

extension Refused {
  private static let grant = "urn:ietf:params:oauth:grant-type:token-exchange"
  private static let access = "urn:ietf:params:oauth:token-type:access_token"

  /// A form in which some fields are otherwise; empty ones are left out.
  static func exchange(
    _ change: [(String, String)] = [], by client: (String, String)? = Desk.orders
  ) -> Act {
    var form = [
      ("grant_type", grant), ("subject_token", "$access"), ("subject_token_type", access),
      ("resource", "https://stock.test"),
    ]
    for (name, value) in change {
      form.removeAll { $0.0 == name }
      if !value.isEmpty { form.append((name, value)) }
    }
    return Act(
      "POST", "/token", form: form, headers: client.map { [$0] } ?? [],
      capture: [("exchanged", .json("access_token"))])
  }

  private static let actor = Act(
    "POST", "/token", form: [("grant_type", "client_credentials"), ("scope", "stock")],
    headers: [Desk.orders], capture: [("actor", .json("access_token"))])

  private static let acting = [("actor_token", "$actor"), ("actor_token_type", access)]

  static let ofExchange: [Refused] = [
    .oauth("nobody", after: Act.tokens, exchange(by: nil), 401, "invalid_client"),
    .oauth(
      "a client without this grant", after: Act.tokens, exchange(by: Desk.shop),
      "unauthorized_client"),
    .oauth("no token", after: Act.tokens, exchange([("subject_token", "")]), "invalid_request"),
    .oauth("no type", after: Act.tokens, exchange([("subject_token_type", "")]), "invalid_request"),
    .oauth(
      "a type that is not served", after: Act.tokens,
      exchange([("subject_token_type", "urn:ietf:params:oauth:token-type:saml2")]),
      "invalid_request"),
    .oauth(
      "a wish that is not served", after: Act.tokens,
      exchange([("requested_token_type", "urn:ietf:params:oauth:token-type:saml2")]),
      "invalid_request"),
    .oauth(
      "an unknown token", after: Act.tokens, exchange([("subject_token", "x")]), "invalid_request"),
    .oauth(
      "a refresh token", after: Act.tokens, exchange([("subject_token", "$refresh")]),
      "invalid_request"),
    .oauth(
      "a token that is over", after: Act.tokens + [.wait(900)], exchange(), "invalid_request"),
    .oauth(
      "a client that the token does not name", after: Act.tokens, exchange(by: Desk.news),
      "invalid_request"),
    .oauth(
      "an unknown target", after: Act.tokens, exchange([("resource", "https://evil.test")]),
      "invalid_target"),
    .oauth("no target", after: Act.tokens, exchange([("resource", "")]), "invalid_target"),
    .oauth(
      "too much", after: Act.tokens, exchange([("scope", "openid payments")]), "invalid_scope"),
    .oauth(
      "an actor of an unknown type", after: Act.tokens + [actor],
      exchange([("actor_token", "$actor")]), "invalid_request"),
    .oauth(
      "a type of no actor", after: Act.tokens, exchange([("actor_token_type", access)]),
      "invalid_request"),
    .oauth(
      "an unknown actor", after: Act.tokens,
      exchange([("actor_token", "x"), ("actor_token_type", access)]), "invalid_request"),
    .oauth(
      "an actor whose time is over", after: [actor, .wait(890)] + Act.tokens + [.wait(10)],
      exchange(acting), "invalid_request"),
    .oauth(
      "another's token for the actor", after: Act.tokens + [.own],
      exchange([("actor_token", "$own"), ("actor_token_type", access)]), "invalid_request"),
  ]
}

@Suite struct `Token exchange` {
  @Test(arguments: Refused.ofExchange)
  func `refuses by status, error and headers`(it: Refused) throws { try it.expectRefusal() }

  @Test func `makes a token for one API, in which the one who acts is named`() throws {
    let answer = try Desk().answer(to: Act.tokens + [Refused.exchange()])
    #expect(answer.status == 200)
    #expect(
      answer.json?["issued_token_type"]?.string
        == "urn:ietf:params:oauth:token-type:access_token")
    #expect(answer.json?["refresh_token"] == nil)
  }
}
