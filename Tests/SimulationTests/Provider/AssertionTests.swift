import Simulation
import Testing

extension Refused {
  private static let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

  /// The claims of a good assertion, some of them otherwise; empty ones are left out.
  private static func assertion(
    _ change: [(String, String)] = [], header: [(String, String)] = [],
    by signature: ForgedSignature = .own(inHeader: false)
  ) -> Act {
    var claims = [
      ("iss", "signer"), ("sub", "signer"), ("aud", "https://idp.test"), ("exp", "1767225660"),
      ("jti", "a1"),
    ]
    for (name, value) in change {
      claims.removeAll { $0.0 == name }
      if !value.isEmpty { claims.append((name, value)) }
    }
    return .sign("assertion", claims: claims, header: header, by: signature)
  }

  private static func show(
    at path: String = "/token", _ more: [(String, String)] = [], type: String = kind,
    headers: [(String, String)] = []
  ) -> Act {
    Act(
      "POST", path,
      form: [
        ("grant_type", "client_credentials"), ("client_assertion_type", type),
        ("client_assertion", "$assertion"),
      ] + more, headers: headers)
  }

  private static func refused(
    _ name: String, _ change: [(String, String)] = [], header: [(String, String)] = [],
    by signature: ForgedSignature = .own(inHeader: false)
  ) -> Refused {
    .oauth(
      name, after: [assertion(change, header: header, by: signature)], show(), 401,
      "invalid_client")
  }

  static let goodAssertion = [assertion(), show()]

  static let ofAssertions: [Refused] = [
    refused("the token endpoint", [("aud", "https://idp.test/token")]),
    refused("a list", [("aud", #"["https://idp.test"]"#)]),
    refused("the issuer and another", [("aud", #"["https://idp.test","https://evil.test"]"#)]),
    refused("a slash more", [("aud", "https://idp.test/")]),
    refused("no audience", [("aud", "")]),
    refused("another issuer", [("iss", "shop")]),
    refused("no issuer", [("iss", "")]),
    refused("no subject", [("sub", "")]),
    refused("an unknown client", [("iss", "nobody"), ("sub", "nobody")]),
    refused("a client with a secret", [("iss", "shop"), ("sub", "shop")]),
    refused("no time", [("exp", "")]),
    refused("too late", [("exp", "1767225601")]),
    refused("good for a day", [("exp", "1767312000")]),
    refused("no number", [("jti", "")]),
    refused("no signature", header: [("alg", "none")], by: .empty),
    refused("a shared secret", header: [("alg", "HS256")], by: .hmac(Template("anything"))),
    .oauth("used before", after: goodAssertion, show(), 401, "invalid_client"),
    .oauth("another type", after: [assertion()], show(type: "x"), 401, "invalid_client"),
    .oauth(
      "another client_id", after: [assertion()], show([("client_id", "shop")]), 401,
      "invalid_client"),
    .oauth(
      "a secret too", after: [assertion()], show([("client_secret", "x")]), "invalid_request"),
    .oauth(
      "Basic too", after: [assertion()], show(headers: [Desk.shop]), "invalid_request"),
    .oauth(
      "the name alone",
      Act("POST", "/token", form: [("grant_type", "client_credentials"), ("client_id", "signer")]),
      401, "invalid_client"),
    .oauth(
      "no request", after: [assertion()], show(at: "/introspect"), "invalid_request"),
    .oauth("no token", after: [assertion()], show(at: "/revoke"), "invalid_request"),
    .oauth(
      "no client for sign-ins", after: [assertion()],
      show(at: "/par", [("response_type", "code")]), "unauthorized_client"),
  ]
}

@Suite struct `Clients that sign` {
  @Test(arguments: Refused.ofAssertions)
  func `are refused by status, error and headers`(it: Refused) throws { try it.expectRefusal() }

  @Test func `need no secret`() throws {
    let answer = try Desk().answer(to: Refused.goodAssertion)
    #expect(answer.status == 200)
    #expect(answer.json?["scope"]?.string == "orders")
  }

  @Test func `are listed among the ways that work`() throws {
    let metadata = try Desk().ask("GET", "/.well-known/openid-configuration").json
    let methods = metadata?["token_endpoint_auth_methods_supported"]?.array?.compactMap(\.string)
    #expect(methods?.contains("private_key_jwt") == true)
  }
}
