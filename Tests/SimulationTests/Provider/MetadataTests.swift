import Simulation
import Testing
import Wire

@Suite struct `What a provider says of itself` {
  @Test(arguments: ["openid-configuration", "oauth-authorization-server"])
  func `names as issuer the URL that was asked`(name: String) throws {
    let answer = try Desk().ask("GET", "/.well-known/" + name)
    #expect(answer.status == 200)
    #expect(answer.json?["issuer"]?.string == "https://idp.test")
  }

  @Test func `lists no endpoint that is not there`() throws {
    let metadata = try #require(
      try Desk().ask("GET", "/.well-known/openid-configuration").json?.object)
    let endpoints = metadata.members.filter {
      $0.name.hasSuffix("_endpoint") || $0.name == "jwks_uri"
    }
    #expect(endpoints.count >= 9)
    for endpoint in endpoints {
      let url = try #require(endpoint.value.string)
      let statuses = try ["GET", "POST"].map { try Desk().ask($0, url).status }
      #expect(statuses.contains { $0 != 404 && $0 != 405 }, "\(endpoint.name)")
    }
  }

  @Test func `lists a grant only where it is served`() throws {
    func grants(_ settings: [Setting]) throws -> [String] {
      let answer = try Desk().ask(
        "GET", "/.well-known/openid-configuration", settings: settings)
      return answer.json?["grant_types_supported"]?.array?.compactMap(\.string) ?? []
    }
    #expect(try !grants([]).contains("password"))
    #expect(try grants([.defence("no-password-grant", level: "off")]).contains("password"))
    for grant in try grants([]) {
      let answer = try Desk().ask("POST", "/token", form: [("grant_type", grant)])
      #expect(answer.error == "invalid_client", "\(grant)")
    }
  }

  @Test func `publishes public keys, each with a name of its own`() throws {
    let answer = try Desk().ask("GET", "/jwks")
    let keys = try #require(answer.json?["keys"]?.array)
    let names = keys.compactMap { $0["kid"]?.string }
    #expect(Set(names).count == keys.count)
    for key in keys { #expect(key["d"] == nil && key["p"] == nil && key["k"] == nil) }
  }
}

@Suite struct `The endpoints about tokens` {
  @Test(arguments: ["/introspect", "/revoke"])
  func `answer only to clients that show who they are`(path: String) throws {
    let nobody = try Desk().ask("POST", path, form: [("token", "x")])
    #expect(nobody.status == 401)
    #expect(nobody.error == "invalid_client")
    #expect(nobody.headers["WWW-Authenticate"]?.hasPrefix("Basic ") == true)
    let nothing = try Desk().ask(
      "POST", path, form: [("token_type_hint", "x")], headers: [Desk.shop])
    #expect(nothing.status == 400)
    #expect(nothing.error == "invalid_request")
  }

  @Test(arguments: ["x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9."])
  func `tell nothing about what they do not know`(token: String) throws {
    let told = try Desk().ask(
      "POST", "/introspect", form: [("token", token)], headers: [Desk.shop])
    #expect(told.status == 200)
    #expect(told.body == #"{"active":false}"#)
    let revoked = try Desk().ask(
      "POST", "/revoke", form: [("token", token)], headers: [Desk.shop])
    #expect(revoked.status == 200)
    #expect(revoked.body.isEmpty)
  }

  @Test func `a public client learns nothing by its name`() throws {
    let answer = try Desk().ask(
      "POST", "/introspect", form: [("client_id", "app"), ("token", "x")])
    #expect(answer.status == 401)
  }
}

@Suite struct `The endpoints that take tokens` {
  @Test(arguments: ["https://idp.test/userinfo", "https://orders.test/orders"])
  func `say which kind they want, and no error, to who brings none`(url: String) throws {
    let answer = try Desk().ask("GET", url)
    #expect(answer.status == 401)
    let challenge = try #require(answer.headers["WWW-Authenticate"])
    #expect(challenge.hasPrefix("Bearer realm="))
    #expect(!challenge.contains("error"))
  }

  @Test(arguments: ["https://idp.test/userinfo", "https://orders.test/orders"])
  func `tell a malformed request from a bad token`(url: String) throws {
    let malformed = try Desk().ask("GET", url, headers: [("Authorization", "Basic eDp5")])
    #expect(malformed.status == 400)
    #expect(malformed.error == "invalid_request")
    let bad = try Desk().ask("GET", url, headers: [("Authorization", "Bearer x")])
    #expect(bad.status == 401)
    #expect(bad.error == "invalid_token")
    #expect(bad.headers["WWW-Authenticate"]?.contains("error=\"invalid_token\"") == true)
  }
}
