import Simulation
import Testing
import Wire

/// A request whose client and address are good, and the error that the browser carries back.
struct Returned: Sendable, CustomTestStringConvertible {
  let name: String
  var after: [Act] = []
  var client = "shop"
  /// What stands in the URL besides client, address and state.
  let query: String
  var fill: [(String, String)] = []
  var settings: [Setting] = []
  let error: String

  var testDescription: String { name }

  private static let code = "response_type=code&scope=openid" + Act.challenge

  var ask: Act {
    let address = "https://\(client).test/cb"
    return Act(
      "GET", "/authorize?client_id=\(client)&redirect_uri=\(address)&state=s&" + query,
      until: fill.isEmpty ? nil : address, fill: fill)
  }

  static let all: [Returned] = [
    Returned(name: "no type", query: "scope=openid", error: "invalid_request"),
    Returned(
      name: "another type", query: "scope=openid&response_type=id_token",
      error: "unsupported_response_type"),
    Returned(
      name: "a client without this grant", client: "news",
      query: "response_type=code&scope=orders", error: "unauthorized_client"),
    Returned(
      name: "too much", query: "response_type=code&scope=openid%20admin", error: "invalid_scope"),
    Returned(
      name: "an unknown API", query: code + "&resource=https://evil.test", error: "invalid_target"),
    Returned(name: "a request object", query: code + "&request=x", error: "request_not_supported"),
    Returned(
      name: "a request somewhere else", query: code + "&request_uri=https://shop.test/r",
      error: "request_uri_not_supported"),
    Returned(
      name: "a registration", query: code + "&registration=x", error: "registration_not_supported"),
    Returned(
      name: "no", query: code,
      fill: [("user", "alice"), ("password", "looking-glass"), ("decision", "deny")],
      error: "access_denied"),
    Returned(
      name: "nobody signed in, and no page", query: code + "&prompt=none", error: "login_required"),
    Returned(
      name: "nothing agreed, and no page", after: [.code()], query: code + "&prompt=none",
      error: "consent_required"),
    Returned(
      name: "a second factor, and no page", after: [.code()],
      query: code + "&prompt=none&acr_values=two-factors", error: "interaction_required"),
    Returned(
      name: "somebody else, and no page", after: [.code()],
      query: code + "&prompt=none&login_hint=bob", error: "account_selection_required"),
    Returned(
      name: "maintenance", query: code, settings: [.condition("idp", .maintenance)],
      error: "temporarily_unavailable"),
    Returned(
      name: "a failure", query: code, settings: [.condition("idp", .broken)],
      error: "server_error"),
  ]
}

@Suite struct `Errors that go back to the client` {
  @Test(arguments: Returned.all)
  func `carry the error, the state and the provider's name`(it: Returned) throws {
    let answer = try Desk().answer(to: it.after + [it.ask], settings: it.settings)
    #expect(answer.status == 303)
    #expect(answer.headers["Location"]?.hasPrefix("https://\(it.client).test/cb?") == true)
    #expect(answer.headers["Cache-Control"] == "no-store")
    #expect(answer.query["error"] == it.error)
    #expect(answer.query["state"] == "s")
    #expect(answer.query["iss"] == "https://idp.test")
    #expect(answer.query["code"] == nil)
  }

  @Test(arguments: [ServerCondition.maintenance, .broken])
  func `do not go anywhere before the address is known, whatever the provider's state`(
    condition: ServerCondition
  ) throws {
    let answer = try Desk().ask(
      "GET", "/authorize?client_id=shop&redirect_uri=https://evil.test/cb",
      settings: [.condition("idp", condition)])
    #expect(answer.status == 400)
    #expect(answer.headers["Location"] == nil)
  }

  @Test(arguments: ["openid-configuration", "oauth-authorization-server"])
  func `leave metadata and keys where they are`(name: String) throws {
    let settings: [Setting] = [.condition("idp", .maintenance)]
    #expect(try Desk().ask("GET", "/.well-known/" + name, settings: settings).status == 200)
    #expect(try Desk().ask("GET", "/jwks", settings: settings).status == 200)
  }
}

extension Refused {
  private static let away: [Setting] = [.condition("idp", .maintenance)]

  static let ofOutages: [Refused] =
    ["/token", "/par", "/introspect", "/revoke", "/device_authorization", "/userinfo"].map {
      .oauth(
        "maintenance at \($0)", Act("POST", $0), settings: away, 503, "temporarily_unavailable",
        [("Retry-After", "120")])
    } + [
      .oauth(
        "a failure", Act("POST", "/token"), settings: [.condition("idp", .broken)], 500,
        "server_error", [("Retry-After", nil)])
    ]
}

@Suite struct `A provider that cannot do its work` {
  @Test(arguments: Refused.ofOutages)
  func `says so to programs, and when to come back`(it: Refused) throws {
    try it.expectRefusal()
  }
}
