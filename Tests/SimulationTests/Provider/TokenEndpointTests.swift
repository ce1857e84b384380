import Simulation
import Testing
import Wire

/// A request that the token endpoint refuses.
struct TokenRefusalCase: Sendable, CustomTestStringConvertible {
  let name: String
  var form: [(String, String)] = []
  var headers: [(String, String)] = []
  let status: Int
  let error: String

  var testDescription: String { name }

  static let all: [TokenRefusalCase] = [
    .init(
      name: "no form", headers: [Desk.shop], status: 400, error: "invalid_request"),
    .init(
      name: "a field twice",
      form: [("grant_type", "refresh_token"), ("client_id", "app"), ("client_id", "app")],
      status: 400, error: "invalid_request"),
    .init(
      name: "no grant", form: [("client_id", "app")], status: 400, error: "invalid_request"),
    .init(
      name: "an empty grant", form: [("grant_type", ""), ("client_id", "app")], status: 400,
      error: "invalid_request"),
    .init(
      name: "an unknown grant", form: [("grant_type", "implicit"), ("client_id", "app")],
      status: 400, error: "unsupported_grant_type"),
    .init(
      name: "nobody", form: [("grant_type", "refresh_token"), ("refresh_token", "x")],
      status: 401, error: "invalid_client"),
    .init(
      name: "an unknown client", form: [("grant_type", "refresh_token"), ("client_id", "nobody")],
      status: 401, error: "invalid_client"),
    .init(
      name: "a confidential client without its secret",
      form: [("grant_type", "refresh_token"), ("client_id", "shop"), ("refresh_token", "x")],
      status: 401, error: "invalid_client"),
    .init(
      name: "a public client with a secret",
      form: [("grant_type", "refresh_token"), ("client_id", "app"), ("client_secret", "x")],
      status: 401, error: "invalid_client"),
    .init(
      name: "a wrong secret", form: [("grant_type", "refresh_token"), ("refresh_token", "x")],
      headers: [Desk.basic("shop", "wrong")], status: 401, error: "invalid_client"),
    .init(
      name: "another scheme", form: [("grant_type", "refresh_token"), ("client_id", "app")],
      headers: [("Authorization", "Bearer x")], status: 401, error: "invalid_client"),
    .init(
      name: "two names", form: [("grant_type", "refresh_token"), ("client_id", "app")],
      headers: [Desk.shop], status: 401, error: "invalid_client"),
    .init(
      name: "two ways",
      form: [("grant_type", "refresh_token"), ("client_secret", "x")],
      headers: [Desk.shop], status: 400, error: "invalid_request"),
    .init(
      name: "a grant that is not the client's",
      form: [("grant_type", "client_credentials"), ("client_id", "app")], status: 400,
      error: "unauthorized_client"),
    .init(
      name: "no code", form: [("grant_type", "authorization_code"), ("client_id", "app")],
      status: 400, error: "invalid_request"),
    .init(
      name: "an unknown code",
      form: [("grant_type", "authorization_code"), ("client_id", "app"), ("code", "x")],
      status: 400, error: "invalid_grant"),
    .init(
      name: "no refresh token", form: [("grant_type", "refresh_token"), ("client_id", "app")],
      status: 400, error: "invalid_request"),
    .init(
      name: "an unknown refresh token",
      form: [("grant_type", "refresh_token"), ("client_id", "app"), ("refresh_token", "x")],
      status: 400, error: "invalid_grant"),
    .init(
      name: "an unknown device code",
      form: [
        ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("client_id", "app"),
        ("device_code", "x"),
      ], status: 400, error: "invalid_grant"),
    .init(
      name: "a scope that is not the client's",
      form: [("grant_type", "client_credentials"), ("scope", "admin")], headers: [Desk.shop],
      status: 400, error: "invalid_scope"),
    .init(
      name: "an unknown resource",
      form: [
        ("grant_type", "client_credentials"), ("scope", "orders"),
        ("resource", "https://evil.test"),
      ], headers: [Desk.shop], status: 400, error: "invalid_target"),
    .init(
      name: "a password", form: [("grant_type", "password"), ("client_id", "app")], status: 400,
      error: "unsupported_grant_type"),
  ]
}

@Suite struct `The token endpoint` {
  @Test(arguments: TokenRefusalCase.all)
  func `refuses by status, error and headers`(it: TokenRefusalCase) throws {
    let answer = try Desk().ask("POST", "/token", form: it.form, headers: it.headers)
    #expect(answer.status == it.status)
    #expect(answer.error == it.error)
    #expect(answer.headers["Cache-Control"] == "no-store")
    #expect(answer.headers["Content-Type"] == "application/json")
    let challenge = answer.headers["WWW-Authenticate"]
    #expect((challenge?.hasPrefix("Basic ") ?? false) == (it.status == 401))
  }

  @Test(arguments: [
    Desk.shop, Desk.basic("shop", "between shop+idp 100%"),
    Desk.basic("shop", "between+shop%2Bidp+100%25"),
  ])
  func `takes a secret in Basic, encoded as a form or as it is`(
    header: (String, String)
  ) throws {
    let answer = try Desk().ask(
      "POST", "/token", form: [("grant_type", "client_credentials"), ("scope", "orders")],
      headers: [header])
    #expect(answer.status == 200)
    #expect(answer.json?["scope"]?.string == "orders")
    #expect(answer.json?["refresh_token"] == nil)
  }

  @Test func `takes posted forms only`() throws {
    let answer = try Desk().ask("GET", "/token?grant_type=client_credentials")
    #expect(answer.status == 405)
    #expect(answer.headers["Allow"] == "POST")
  }

  @Test func `makes a token for the API that is named, and for no other server`() throws {
    let answer = try Desk().ask(
      "POST", "/token",
      form: [
        ("grant_type", "client_credentials"), ("scope", "orders"),
        ("resource", "https://orders.test"),
      ], headers: [Desk.shop])
    let parts = try #require(answer.json?["access_token"]?.string).split(separator: ".")
    let claims = try JSONValue.parse(
      String(decoding: try Base64.decodeURL(String(parts[1])), as: UTF8.self))
    #expect(claims["aud"]?.string == "https://orders.test")
    #expect(claims["sub"]?.string == "shop")
    #expect(claims["auth_time"] == nil)
  }
}
