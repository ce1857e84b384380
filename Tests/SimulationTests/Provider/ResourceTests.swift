import Simulation
import Testing

extension Refused {
  private static let orders = "https://orders.test/orders"
  private static let proofs: [Setting] = [.defence("dpop", level: "on")]
  private static let numbered = proofs + [.defence("proof-nonce", level: "on")]
  private static let bound: [Act] = [
    .code(scope: "openid%20orders"), .redeem(dpop: .made(by: "app")),
  ]

  /// A proof by hand, made that many seconds after the beginning: `$fresh`.
  private static func proof(_ method: String, _ url: String, at second: Int64) -> Act {
    .sign(
      "fresh",
      claims: [
        ("jti", "fresh"), ("htm", method), ("htu", url),
        ("iat", String(1_767_225_600 + second)),
      ], header: [("typ", "dpop+jwt")], by: .own(inHeader: true))
  }

  static let ofUserInfo: [Refused] = [
    .bearer("no token", Act("GET", "/userinfo"), 401, nil, ["Bearer realm="]),
    .bearer(
      "another scheme", Act("GET", "/userinfo", headers: [Desk.shop]), 400, "invalid_request"),
    .bearer("no JWT", Act("GET", "/userinfo", bearer: "x"), 401, "invalid_token"),
    .bearer(
      "an ID token", after: Act.tokens, Act("GET", "/userinfo", bearer: "$identity"), 401,
      "invalid_token"),
    .bearer(
      "a token that is over", after: Act.tokens + [.wait(900)],
      Act("GET", "/userinfo", bearer: "$access"), 401, "invalid_token"),
    .bearer(
      "a token that was given back",
      after: Act.tokens + [
        Act("POST", "/revoke", form: [("client_id", "app"), ("token", "$refresh")])
      ], Act("GET", "/userinfo", bearer: "$access"), 401, "invalid_token"),
    .bearer(
      "a token without openid", after: [.code(scope: "profile"), .redeem()],
      Act("GET", "/userinfo", bearer: "$access"), 403, "insufficient_scope", ["scope=\"openid\""]),
  ]

  static let ofAPIs: [Refused] = [
    .bearer("no token", Act("GET", orders), 401, nil, ["Bearer realm="]),
    .bearer("another scheme", Act("GET", orders, headers: [Desk.shop]), 400, "invalid_request"),
    .bearer("no JWT", Act("GET", orders, bearer: "x"), 401, "invalid_token"),
    .bearer(
      "a token of another kind", after: Act.tokens, Act("GET", orders, bearer: "$identity"), 401,
      "invalid_token"),
    .bearer(
      "a token that allows less", after: Act.tokens, Act("GET", orders, bearer: "$access"), 403,
      "insufficient_scope", ["scope=\"orders\""]),
    .bearer(
      "a sign-in that is not enough", after: [.code(scope: "payments"), .redeem()],
      Act("POST", "https://orders.test/payments", bearer: "$access"), 401,
      "insufficient_user_authentication", ["acr_values=\"two-factors\"", "max_age=\"300\""]),
    Refused(
      name: "a provider that does not answer",
      after: [
        .code(scope: "openid%20orders"), .redeem(), .set(.condition("idp", .maintenance)),
      ], ask: Act("GET", orders, bearer: "$access"),
      settings: [.verify("orders", .introspection)], status: 503,
      error: "temporarily_unavailable", headers: [("WWW-Authenticate", nil)]),
  ]

  static let ofBoundTokens: [Refused] = [
    .bearer(
      "no token", Act("GET", orders), settings: proofs, 401, nil,
      ["Bearer realm=", "DPoP algs=\"ES256"]),
    .bearer(
      "a bound token as Bearer", after: bound, Act("GET", orders, bearer: "$access"),
      settings: proofs, 401, "invalid_token", ["Bearer realm=", "DPoP algs="]),
    .bearer(
      "a token that nothing binds, as DPoP", after: [.own],
      Act("GET", orders, bearer: "$own", dpop: .made(by: "app")), settings: proofs, 401,
      "invalid_token", ["DPoP realm="]),
    .bearer(
      "no proof", after: bound, Act("GET", orders, headers: [("Authorization", "DPoP $access")]),
      settings: proofs, 401, "invalid_dpop_proof", ["DPoP realm=", "algs="]),
    .bearer(
      "two proofs", after: bound,
      Act(
        "GET", orders,
        headers: [("Authorization", "DPoP $access"), ("DPoP", "$proof"), ("DPoP", "$proof")]),
      settings: proofs, 401, "invalid_dpop_proof"),
    .bearer(
      "a proof for another request", after: bound,
      Act("GET", orders, bearer: "$access", dpop: .copied(Act.template("$proof"))),
      settings: proofs, 401, "invalid_dpop_proof"),
    .bearer(
      "another key", after: bound, Act("GET", orders, bearer: "$access", dpop: .made(by: "tab")),
      settings: proofs, 401, "invalid_token"),
    .bearer(
      "a proof without the server's nonce",
      after: bound + [proof("GET", orders, at: 3)],
      Act("GET", orders, headers: [("Authorization", "DPoP $access"), ("DPoP", "$fresh")]),
      settings: numbered, 401, "use_dpop_nonce", ["DPoP realm="]),
    .bearer(
      "another key at userinfo", after: bound,
      Act("GET", "/userinfo", bearer: "$access", dpop: .made(by: "tab")), settings: proofs, 401,
      "invalid_token"),
  ]

  /// What a provider says to proofs at the token endpoint.
  static let ofProofs: [Refused] = [
    .oauth(
      "no JWT", after: [.code()],
      Act(
        "POST", "/token", form: [("grant_type", "authorization_code"), ("client_id", "app")],
        headers: [("DPoP", "x")]), settings: proofs, "invalid_dpop_proof"),
    .oauth(
      "none, where the client is registered for bound tokens",
      Act(
        "POST", "/token", form: [("grant_type", "client_credentials")],
        headers: [Desk.basic("bound", "secret-of-bound")]), settings: proofs,
      "invalid_dpop_proof"),
    .oauth(
      "one that was used", after: bound,
      Act(
        "POST", "/token", form: [("grant_type", "client_credentials"), ("scope", "orders")],
        headers: [Desk.shop], dpop: .copied(Act.template("$proof"))), settings: proofs,
      "invalid_dpop_proof"),
    .oauth(
      "one that is old", after: bound + [.wait(61)],
      Act(
        "POST", "/token", form: [("grant_type", "client_credentials"), ("scope", "orders")],
        headers: [Desk.shop], dpop: .copied(Act.template("$proof"))), settings: proofs,
      "invalid_dpop_proof"),
    .oauth(
      "one of another key than the code's",
      after: [.code(more: "&dpop_jkt=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")],
      .redeem(dpop: .made(by: "app")), settings: proofs, "invalid_grant"),
    .oauth(
      "one of another key than the refresh token's", after: bound,
      Act(
        "POST", "/token",
        form: [
          ("grant_type", "refresh_token"), ("client_id", "app"), ("refresh_token", "$refresh"),
        ],
        dpop: .made(by: "tab")), settings: proofs, "invalid_grant"),
    .oauth(
      "one without the server's nonce", after: [proof("POST", "https://idp.test/token", at: 1)],
      Act(
        "POST", "/token", form: [("grant_type", "client_credentials"), ("scope", "orders")],
        headers: [Desk.shop, ("DPoP", "$fresh")]), settings: numbered, "use_dpop_nonce",
      [("DPoP-Nonce", "")]),
  ]
}

@Suite struct `Scripts that hold a key` {
  private static let own = Act(
    "POST", "/token", form: [("grant_type", "client_credentials"), ("scope", "orders")],
    headers: [Desk.shop], dpop: .made(by: "tab"), capture: [("own", .json("access_token"))])
  private static let page = Act("GET", "https://shop.test/login")
  private static let orders = "https://orders.test/orders"

  @Test(arguments: ["off", "on"])
  func `show a bound token to another origin, with the nonce that they may read`(
    nonce: String
  ) throws {
    let read = Act.script("GET", Self.orders, bearer: "$own", dpop: .made(by: "tab"))
    let answer = try Desk().answer(
      to: [Self.own, Self.page, read],
      settings: [.defence("dpop", level: "on"), .defence("proof-nonce", level: nonce)])
    #expect(answer.status == 200)
  }

  @Test func `get nowhere with the token alone`() throws {
    let answer = try Desk().answer(
      to: [Self.own, Self.page, .script("GET", Self.orders, bearer: "$own")],
      settings: [.defence("dpop", level: "on")])
    #expect(answer.status == 401)
    #expect(answer.headers["Access-Control-Expose-Headers"]?.contains("DPoP-Nonce") == true)
  }
}

@Suite struct `Servers that take tokens` {
  @Test(arguments: Refused.ofUserInfo)
  func `refuse at userinfo by status, error and challenge`(it: Refused) throws {
    try it.expectRefusal()
  }

  @Test(arguments: Refused.ofAPIs)
  func `refuse at an API by status, error and challenge`(it: Refused) throws {
    try it.expectRefusal()
  }

  @Test(arguments: Refused.ofBoundTokens)
  func `refuse bound tokens by status, error and challenge`(it: Refused) throws {
    try it.expectRefusal()
  }

  @Test(arguments: Refused.ofProofs)
  func `refuse proofs at the token endpoint by status, error and headers`(it: Refused) throws {
    try it.expectRefusal()
  }
}
