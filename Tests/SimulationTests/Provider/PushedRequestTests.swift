import Simulation
import Testing

extension Refused {
  private static func push(
    _ change: [(String, String)], client: String = "app", headers: [(String, String)] = [],
    dpop: StepProof? = nil
  ) -> Act {
    var form = [
      ("response_type", "code"), ("client_id", client), ("redirect_uri", "com.app:/cb"),
      ("scope", "openid"), ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
      ("code_challenge_method", "S256"),
    ]
    for (name, value) in change {
      form.removeAll { $0.0 == name }
      if !value.isEmpty { form.append((name, value)) }
    }
    return Act("POST", "/par", form: form, headers: headers, dpop: dpop)
  }

  private static let proofs: [Setting] = [.defence("dpop", level: "on")]

  static let ofPushing: [Refused] = [
    .oauth("nobody", Act("POST", "/par", form: [("response_type", "code")]), 401, "invalid_client"),
    .oauth("an unknown client", push([], client: "nobody"), 401, "invalid_client"),
    .oauth("no form", Act("POST", "/par"), "invalid_request"),
    .oauth("a request_uri inside", push([("request_uri", "urn:x")]), "invalid_request"),
    .oauth("another address", push([("redirect_uri", "com.evil:/cb")]), "invalid_request"),
    .oauth("no type", push([("response_type", "")]), "invalid_request"),
    .oauth("another type", push([("response_type", "token")]), "unsupported_response_type"),
    .oauth("too much", push([("scope", "openid admin")]), "invalid_scope"),
    .oauth("an unknown API", push([("resource", "https://evil.test")]), "invalid_target"),
    .oauth("a request object", push([("request", "x")]), "request_not_supported"),
    .oauth("a registration", push([("registration", "x")]), "registration_not_supported"),
    .oauth("no challenge", push([("code_challenge", "")]), "invalid_request"),
    .oauth(
      "a plain challenge", push([("code_challenge_method", "plain")]), "invalid_request"),
    .oauth(
      "a client without this grant",
      push(
        [("client_id", ""), ("redirect_uri", "https://news.test/cb"), ("scope", "orders")],
        headers: [Desk.news]), "unauthorized_client"),
    .oauth(
      "two keys",
      push([("dpop_jkt", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")], dpop: .made(by: "app")),
      settings: proofs, "invalid_dpop_proof"),
    .oauth(
      "a key that is none", push([("dpop_jkt", "mine")]), settings: proofs, "invalid_request"),
    .oauth(
      "a proof that is none", push([], headers: [("DPoP", "x")]), settings: proofs,
      "invalid_dpop_proof"),
  ]
}

@Suite struct `The endpoint for pushed requests` {
  @Test(arguments: Refused.ofPushing)
  func `refuses by status, error and headers`(it: Refused) throws { try it.expectRefusal() }

  @Test func `gives a reference that is good once`() throws {
    let push = Act(
      "POST", "/par",
      form: [
        ("response_type", "code"), ("client_id", "app"), ("redirect_uri", "com.app:/cb"),
        ("scope", "openid"), ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
        ("code_challenge_method", "S256"),
      ], capture: [("ticket", .json("request_uri"))])
    let answer = try Desk().answer(to: [push])
    #expect(answer.status == 201)
    #expect(answer.json?["expires_in"]?.integer == 60)
    let use = Act("GET", "/authorize?client_id=app&request_uri=$ticket")
    #expect(try Desk().answer(to: [push, use]).status == 200)
    #expect(try Desk().answer(to: [push, use, use]).status == 400)
    #expect(try Desk().answer(to: [push, .wait(60), use]).status == 400)
    let other = Act("GET", "/authorize?client_id=shop&request_uri=$ticket")
    let foreign = try Desk().answer(to: [push, other])
    #expect(foreign.status == 400)
    #expect(foreign.headers["Location"] == nil)
  }
}
