import Simulation
import Testing

extension Refused {
  private static func ask(
    _ path: String, _ form: [(String, String)], _ headers: [(String, String)] = []
  ) -> Act { Act("POST", path, form: form, headers: headers) }

  static let ofIntrospection: [Refused] = [
    .oauth("nobody", ask("/introspect", [("token", "x")]), 401, "invalid_client"),
    .oauth(
      "a public client", ask("/introspect", [("token", "x"), ("client_id", "app")]), 401,
      "invalid_client"),
    .oauth(
      "a wrong secret", ask("/introspect", [("token", "x")], [Desk.basic("shop", "wrong")]), 401,
      "invalid_client"),
    .oauth("no token", ask("/introspect", [("token", "")], [Desk.shop]), "invalid_request"),
    .oauth(
      "two tokens", ask("/introspect", [("token", "x"), ("token", "y")], [Desk.shop]),
      "invalid_request"),
    .oauth("no form", Act("POST", "/introspect", headers: [Desk.shop]), "invalid_request"),
  ]

  static let ofRevocation: [Refused] = [
    .oauth("nobody", ask("/revoke", [("token", "x")]), 401, "invalid_client"),
    .oauth(
      "a wrong secret", ask("/revoke", [("token", "x")], [Desk.basic("shop", "wrong")]), 401,
      "invalid_client"),
    .oauth("no token", ask("/revoke", [("client_id", "app")]), "invalid_request"),
    .oauth("no form", Act("POST", "/revoke", headers: [Desk.shop]), "invalid_request"),
    .oauth(
      "another client's token", after: Act.tokens,
      ask("/revoke", [("token", "$refresh")], [Desk.shop]), "invalid_grant"),
    .oauth(
      "an ID token", after: Act.tokens,
      ask("/revoke", [("token", "$identity"), ("client_id", "app")]), "unsupported_token_type"),
  ]

  /// What introspection tells nothing about, and why.
  static let inactive: [(name: String, after: [Act], token: String)] = [
    ("unknown", [], "x"), ("over", Act.tokens + [.wait(900)], "$access"),
    ("an ID token", Act.tokens, "$identity"), ("another client's", Act.tokens, "$access"),
    (
      "given back",
      [.own, Act("POST", "/revoke", form: [("token", "$own")], headers: [Desk.shop])], "$own"
    ),
  ]
}

@Suite struct `Asking about tokens, and giving them back` {
  @Test(arguments: Refused.ofIntrospection)
  func `asking is refused by status, error and headers`(it: Refused) throws {
    try it.expectRefusal()
  }

  @Test(arguments: Refused.ofRevocation)
  func `giving back is refused by status, error and headers`(it: Refused) throws {
    try it.expectRefusal()
  }

  @Test(arguments: Refused.inactive)
  func `whatever is not good is inactive, and nothing else is told`(
    name: String, after: [Act], token: String
  ) throws {
    let ask = Act("POST", "/introspect", form: [("token", token)], headers: [Desk.shop])
    let answer = try Desk().answer(to: after + [ask])
    #expect(answer.status == 200)
    #expect(answer.body == #"{"active":false}"#)
  }

  @Test func `with the refresh token goes all that came of it`() throws {
    let revoke = Act("POST", "/revoke", form: [("client_id", "app"), ("token", "$refresh")])
    let renew = Act(
      "POST", "/token",
      form: [("grant_type", "refresh_token"), ("client_id", "app"), ("refresh_token", "$refresh")])
    #expect(try Desk().answer(to: Act.tokens + [revoke]).status == 200)
    #expect(try Desk().answer(to: Act.tokens + [revoke, renew]).error == "invalid_grant")
    let profile = Act("GET", "/userinfo", bearer: "$access")
    #expect(try Desk().answer(to: Act.tokens + [revoke, profile]).status == 401)
  }

  @Test func `a bound token is told with its key`() throws {
    let own = Act(
      "POST", "/token", form: [("grant_type", "client_credentials"), ("scope", "orders")],
      headers: [Desk.shop], dpop: .made(by: "shop"), capture: [("own", .json("access_token"))])
    let ask = Act("POST", "/introspect", form: [("token", "$own")], headers: [Desk.shop])
    let settings: [Setting] = [.defence("dpop", level: "on")]
    let answer = try Desk().answer(to: [own, ask], settings: settings)
    #expect(answer.json?["token_type"]?.string == "DPoP")
    #expect(answer.json?["cnf"]?["jkt"]?.string?.utf8.count == 43)
  }
}
