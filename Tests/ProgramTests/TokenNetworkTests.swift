import Foundation
import Testing
import Tokens
import Wire

@Suite struct `The keys of a provider` {
  private let server = ProviderServer()
  private let key: JWK

  init() throws { key = try Fixture.key() }

  private func token(issuer: String? = nil) throws -> String {
    try TokenSigner(.es256, key).sign(
      Fixture.claims("iss", .string(issuer ?? server.origin)))
  }

  private func verify(_ token: String, _ options: String...) throws -> Program.Result {
    try Program.run(
      ["token", "verify", token, "--at", Fixture.at, "--aud", "https://api.test"] + options)
  }

  private func publish(issuer: String? = nil, at path: String, keys: String? = nil) throws {
    let issuer = issuer ?? server.origin
    let keys = keys ?? "\(server.origin)/keys"
    server.answer(path, #"{"issuer":"\#(issuer)","jwks_uri":"\#(keys)"}"#)
    server.answer("/keys", try Fixture.set(key))
  }

  @Test func `come from the address of a JWK Set`() throws {
    server.answer("/keys", try Fixture.set(key))
    let result = try verify(try token(), "--jwks", server.origin + "/keys")
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(server.requests == ["/keys"])
  }

  @Test func `come by discovery from the issuer, whose name the token must bear`() throws {
    try publish(at: "/.well-known/openid-configuration")
    #expect(try verify(try token(), "--issuer", server.origin).status == 0)
    #expect(server.requests == ["/.well-known/openid-configuration", "/keys"])
    let other = try verify(
      try token(issuer: "https://id.test"), "--issuer", server.origin, "--json")
    #expect(other.status == 14)
    #expect(try other.check("issuer")["expected"]?.string == server.origin)
    let same = try verify(
      try token(), "--issuer", server.origin, "--iss", server.origin)
    #expect(same.status == 0)
  }

  @Test func `are looked for at an issuer with a path in both documented places`() throws {
    let issuer = server.origin + "/tenant"
    try publish(issuer: issuer, at: "/.well-known/oauth-authorization-server/tenant")
    #expect(try verify(try token(issuer: issuer), "--issuer", issuer).status == 0)
    #expect(
      server.requests == [
        "/tenant/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server/tenant", "/keys",
      ])
  }

  @Test func `are not taken from metadata of another issuer, not even by a slash`() throws {
    try publish(issuer: server.origin + "/", at: "/.well-known/openid-configuration")
    let result = try verify(try token(), "--issuer", server.origin)
    #expect(result.status == 21)
    #expect(result.output.isEmpty)
    #expect(
      result.error.contains(
        "is of the issuer \(server.origin)/, and you asked for \(server.origin). They must be the "
          + "same text"))
    #expect(server.requests == ["/.well-known/openid-configuration"])
    #expect(
      try verify(try token(issuer: server.origin + "/"), "--issuer", server.origin + "/").status
        == 0)
  }

  @Test func `are not looked for where a redirect leads`() throws {
    let elsewhere = ProviderServer()
    elsewhere.answer("/keys", try Fixture.set(key))
    server.answer(
      "/keys", "", status: "302 Found", fields: "Location: \(elsewhere.origin)/keys\r\n")
    let result = try verify(try token(), "--jwks", server.origin + "/keys")
    #expect(result.status == 21)
    #expect(
      result.error.contains(
        "\(server.origin)/keys redirects (302) to \(elsewhere.origin)/keys. Redirects are not "
          + "followed"))
    #expect(elsewhere.requests.isEmpty)
  }

  @Test func `include no secret and no private part that a provider let slip`() throws {
    let secret = JWK(secret: Fixture.secret, id: "s", algorithm: "HS256")
    server.answer(
      "/keys", try JWKSet([secret, key]).json(revealingPrivate: true).text())
    let forged = try Fixture.token(extra: ["kid": "s"])
    let result = try verify(forged, "--jwks", server.origin + "/keys", "--json")
    #expect(result.status != 0)
    let notes = try result.json["notes"]?.array?.compactMap(\.string) ?? []
    #expect(notes.contains { $0.contains("is a secret that everybody can fetch; passed over") })
    #expect(notes.contains { $0.contains("is published with its private part") })
    #expect(try verify(try token(), "--jwks", server.origin + "/keys").status == 0)
  }

  @Test func `that cannot be had are told as the provider's error, with exit 21`() throws {
    let metadata = "/.well-known/openid-configuration"
    let issuer = server.origin
    let cases: [(String, String, String)] = [
      (#"{"issuer":"\#(issuer)"}"#, "200 OK", "names no jwks_uri"),
      (#"{"issuer":"\#(issuer)","jwks_uri":"keys"}"#, "200 OK", "a jwks_uri that is no URL: keys"),
      (#"{"jwks_uri":"x"}"#, "200 OK", "names no issuer"),
      (#"{"issuer":"a","issuer":"b"}"#, "200 OK", "names \"issuer\" twice"),
      ("[]", "200 OK", "is an array, where metadata belongs"),
      ("<html>", "200 OK", "is not JSON: line 1, column 1"),
      (
        #"{"error":"temporarily_unavailable","error_description":"\u001b[2J later"}"#,
        "503 Service Unavailable", "answered 503 (temporarily_unavailable: ^[[2J later)"
      ),
    ]
    for (body, status, words) in cases {
      server.answer(metadata, body, status: status)
      let result = try verify(try token(), "--issuer", issuer)
      #expect(result.status == 21, "\(words)")
      #expect(result.error.contains(issuer + metadata), "\(result.error)")
      #expect(result.error.contains(words), "\(result.error)")
      #expect(result.output.isEmpty)
    }
    let nothing = try verify(try token(), "--issuer", server.origin + "/none")
    #expect(nothing.status == 21)
    #expect(nothing.error.contains("publishes no metadata"))
    for body in ["{}", "hello", #"{"keys":1}"#] {
      server.answer("/keys", body)
      let result = try verify(try token(), "--jwks", server.origin + "/keys")
      #expect(result.status == 21)
      #expect(result.error.contains("/keys answered with what is no JWK Set"), "\(result.error)")
    }
  }

  @Test func `that nobody answers for are told as the network's failure, with exit 20`() throws {
    let token = try token()
    let address = server.origin
    server.stop()
    let closed = try verify(token, "--jwks", address + "/keys")
    #expect(closed.status == 20)
    #expect(closed.error.contains("No connection to \(address)"), "\(closed.error)")
    let issuer = try verify(token, "--issuer", address)
    #expect(issuer.status == 20)
  }

  @Test func `are refused when larger than any set of keys, with exit 20`() throws {
    server.answer("/keys", String(repeating: " ", count: (1 << 20) + 1))
    let result = try verify(try token(), "--jwks", server.origin + "/keys")
    #expect(result.status == 20)
    #expect(result.error.contains("is larger than 1048576 bytes"), "\(result.error)")
  }

  @Test func `are not asked for over plain http beyond this machine, with exit 2`() throws {
    for option in ["--jwks", "--issuer"] {
      let result = try verify(try token(), option, "http://id.example/keys")
      #expect(result.status == 2)
      #expect(result.error.contains("over plain http anybody on the way can put keys"))
    }
    let scheme = try verify(try token(), "--jwks", "ftp://id.example/keys")
    #expect(scheme.status == 2)
    #expect(scheme.error.contains("Only https addresses can be fetched"))
    try publish(at: "/.well-known/openid-configuration", keys: "http://id.example/keys")
    let keys = try verify(try token(), "--issuer", server.origin)
    #expect(keys.status == 21, "the provider's mistake")
  }

  @Test func `of an address that makes no sense are refused, with exit 2`() throws {
    let url = try verify("x", "--issuer", "id.example")
    #expect(url.status == 2)
    #expect(url.error.contains("--issuer id.example is no URL. Write https://HOST/PATH."))
    let query = try verify("x", "--issuer", "https://id.example/?a=b")
    #expect(query.status == 2)
    #expect(query.error.contains("an issuer has neither query nor fragment (RFC 8414 2)"))
    let both = try verify(
      "x", "--issuer", server.origin, "--iss", "https://id.test", "--alg", "ES256")
    #expect(both.status == 2)
    #expect(both.error.contains("are two issuers"))
    #expect(server.requests.isEmpty, "nobody is asked before the options make sense")
  }

  @Test func `are never looked for where the token says`() throws {
    let elsewhere = ProviderServer()
    server.answer("/keys", try Fixture.set(key))
    let stranger = try Fixture.key(id: "k1")
    let token = try TokenSigner(.es256, stranger).sign(
      Fixture.claims,
      extra: [
        "jku": .string(elsewhere.origin + "/keys"), "x5u": .string(elsewhere.origin + "/x"),
        "jwk": .object(try stranger.json()),
      ])
    let result = try verify(token, "--jwks", server.origin + "/keys")
    #expect(result.status == 12)
    #expect(elsewhere.requests.isEmpty)
  }
}
