import Simulation
import Testing

extension Refused {
  private static func page(_ name: String, after: [Act] = [], _ query: String) -> Refused {
    Refused(
      name: name, after: after, ask: Act("GET", "/logout?" + query), status: 400,
      headers: [("Location", nil), ("Content-Type", "text/html")])
  }

  /// Pages of the provider: nobody is sent anywhere.
  static let ofLogout: [Refused] = [
    page("an unknown client", "client_id=nobody"),
    page("another address", "client_id=shop&post_logout_redirect_uri=https://evil.test/"),
    page("a longer address", "client_id=shop&post_logout_redirect_uri=https://shop.test/bye/"),
    page("an address of nobody", "post_logout_redirect_uri=https://shop.test/bye"),
    page("a hint that is none", "id_token_hint=x"),
    page("another client's hint", after: Act.tokens, "client_id=shop&id_token_hint=$identity"),
  ]

  private static func notice(_ name: String, after: [Act] = [], _ token: String) -> Refused {
    .oauth(
      name, after: after,
      Act("POST", "https://shop.test/backchannel-logout", form: [("logout_token", token)]),
      "invalid_request")
  }

  /// What a client says to a logout token that is none (OpenID Connect Back-Channel Logout 2.8).
  static let ofNotices: [Refused] = [
    notice("no token", ""), notice("no JWT", "x"),
    notice("an ID token", after: Act.tokens, "$identity"),
  ]
}

@Suite struct `Logging out` {
  @Test(arguments: Refused.ofLogout)
  func `sends nobody anywhere that is not registered`(it: Refused) throws {
    try it.expectRefusal()
  }

  @Test(arguments: Refused.ofNotices)
  func `is not done for a token that does not say so`(it: Refused) throws {
    try it.expectRefusal()
  }

  @Test func `asks first, where nobody has shown who asks`() throws {
    let asked = try Desk().answer(to: Act.tokens + [Act("GET", "/logout")])
    #expect(asked.status == 200)
    #expect(asked.body.contains("Sign out of idp?"))
    let hinted = try Desk().answer(
      to: Act.tokens + [.wait(600), Act("GET", "/logout?id_token_hint=$identity")])
    #expect(hinted.body.contains("You are signed out"))
  }
}
