import Simulation
import Testing
import Wire

@Suite struct `The authorization endpoint` {
  private static let challenge =
    "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
  private static let good =
    "response_type=code&client_id=shop&redirect_uri=https://shop.test/cb&scope=openid&state=s"

  private func ask(_ query: String) throws -> Response {
    try Desk().ask("GET", "/authorize?" + query)
  }

  @Test(arguments: [
    "response_type=code&redirect_uri=https://shop.test/cb",
    "client_id=nobody&redirect_uri=https://shop.test/cb",
    "client_id=shop&client_id=shop&redirect_uri=https://shop.test/cb",
    "client_id=shop&scope=openid",
    "client_id=shop&redirect_uri=https://shop.test/cb&redirect_uri=https://shop.test/cb",
    "client_id=shop&redirect_uri=https://evil.test/cb",
    "client_id=shop&redirect_uri=https://shop.test/cb/",
    "client_id=shop&redirect_uri=https://shop.test/cb?x=1",
    "client_id=shop&redirect_uri=HTTPS://shop.test/cb",
    "client_id=shop&redirect_uri=https://shop.test:443/cb",
    "client_id=app&redirect_uri=com.app:/other",
    "client_id=shop&request_uri=urn:ietf:params:oauth:request_uri:unknown",
  ])
  func `redirects nowhere before client and address are known`(query: String) throws {
    let answer = try ask(query)
    #expect(answer.status == 400)
    #expect(answer.headers["Location"] == nil)
  }

  /// What the query ends in, and the error that it brings.
  private static let refusals: [(more: String, error: String)] = [
    ("", "invalid_request"),
    ("&state=t", "invalid_request"),
    ("&code_challenge=short&code_challenge_method=S256", "invalid_request"),
    ("&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "invalid_request"),
    ("&resource=https://evil.test", "invalid_target"),
    ("&request=x", "request_not_supported"),
    ("&request_uri=https://shop.test/r", "request_uri_not_supported"),
    ("&registration=x", "registration_not_supported"),
    ("&prompt=none%20consent", "invalid_request"),
    ("&prompt=dance", "invalid_request"),
    ("&max_age=-1", "invalid_request"),
    ("&response_mode=telegram", "invalid_request"),
    (challenge + "&id_token_hint=x", "invalid_request"),
    (challenge + "&prompt=none", "login_required"),
  ]

  private func expectError(_ error: String, _ query: String) throws {
    let answer = try ask(query)
    #expect(answer.status == 303)
    #expect(answer.headers["Location"]?.hasPrefix("https://shop.test/cb?") == true)
    #expect(answer.query["error"] == error)
    #expect(answer.query["state"] == "s")
    #expect(answer.query["iss"] == "https://idp.test")
    #expect(answer.query["code"] == nil)
  }

  @Test(arguments: refusals)
  func `brings every other error to the client, with state and iss`(
    more: String, error: String
  ) throws { try expectError(error, Self.good + more) }

  @Test func `brings an error of the type and of the scope to the client`() throws {
    let start = "client_id=shop&redirect_uri=https://shop.test/cb&state=s"
    try expectError("invalid_request", start + "&scope=openid")
    try expectError("unsupported_response_type", start + "&scope=openid&response_type=id_token")
    try expectError("invalid_scope", start + "&scope=openid%20admin&response_type=code")
  }

  @Test(arguments: ["&fancy=1", "&ui_locales=de", "&nonce=", "&prompt=", "&max_age="])
  func `overlooks what it does not know, and what is empty`(more: String) throws {
    #expect(try ask(Self.good + Self.challenge + more).status == 200)
  }

  @Test func `knows the only address of a plain OAuth client`() throws {
    let query = "response_type=code&client_id=shop&scope=orders" + Self.challenge
    #expect(try ask(query).status == 200)
  }

  @Test func `is the same by POST`() throws {
    let form = FormCoding.parse(Self.good + Self.challenge).map { ($0.name, $0.value) }
    #expect(try Desk().ask("POST", "/authorize", form: form).status == 200)
  }

  @Test func `brings an error by form, where the client wants forms`() throws {
    let answer = try ask(Self.good + "&response_mode=form_post&prompt=none&max_age=x")
    #expect(answer.status == 200)
    let form = try #require(HTMLForm.first(in: answer.body))
    #expect(form.action == "https://shop.test/cb")
    #expect(form["error"]?.value == "invalid_request")
    #expect(form["iss"]?.value == "https://idp.test")
  }

  @Test func `takes nothing from a URL where requests have to be pushed`() throws {
    let answer = try Desk().ask(
      "GET", "/authorize?" + Self.good + Self.challenge,
      settings: [.defence("par", level: "required")])
    #expect(answer.query["error"] == "invalid_request")
  }
}
