import Cryptography
import Foundation
import Testing
import Tokens
import Wire

@Suite struct `Asking why a token is refused` {
  private func why(
    _ token: String, secret: String = Fixture.secret, _ options: String...
  ) throws -> Program.Result {
    try Program.run(
      [
        "token", "why", token, "--secret-env", "SECRET", "--alg", "HS256", "--at", Fixture.at,
        "--aud", "https://api.test",
      ] + options, environment: ["SECRET": secret])
  }

  @Test(arguments: [
    (Base64.standard(Array(Fixture.secret.utf8)), "decoded from Base64"),
    (
      Fixture.secret.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(),
      "decoded from hex"
    ),
    ("\"\(Fixture.secret)\"", "without its quotes"),
    (" \(Fixture.secret)", "without the white space at its ends"),
  ])
  func `finds how a secret was meant`(secret: String, words: String) throws {
    let result = try why(try Fixture.token(), secret: secret)
    #expect(result.status == 0)
    #expect(
      result.output.contains("would verify if the secret were \(words)"), "\(result.output)")
  }

  @Test func `finds a secret that was signed with the line break of its file`() throws {
    let result = try why(try Fixture.token(secret: Fixture.secret + "\n"))
    #expect(result.output.contains("followed by a line break (\\n)"), "\(result.output)")
  }

  @Test func `finds a secret that was read by the wrong encoding`() throws {
    let hex = Fixture.secret.utf8.map { String($0, radix: 16) }.joined()
    let result = try why(
      try Fixture.token(), secret: hex, "--secret-encoding", "base64", "--json")
    #expect(result.status == 0)
    #expect(
      try result.json["causes"]?.array?.contains {
        $0["kind"] == "secret-reading"
          && $0["sentence"] == "would verify if the secret were decoded from hex"
      } == true, "\(result.output)")
  }

  @Test func `finds what is about claims`() throws {
    let token = try Fixture.token()
    let slash = try why(token, "--iss", "https://id.test/")
    #expect(slash.output.contains("would pass with the issuer https://id.test: a slash at the end"))
    let late = try why(token, "--at", "2023-11-14T22:29:00Z")
    #expect(late.output.contains("would pass with a leeway of"), "\(late.output)")
  }

  @Test func `finds a token that was copied with its header`() throws {
    let result = try why("Bearer \(try Fixture.token())")
    #expect(result.status == 0)
    #expect(result.output.contains("would be read if only the token were given: Bearer"))
  }

  @Test func `finds a key of the set under another name, also in a JWS in JSON`() throws {
    let scratch = try Scratch()
    let key = try Fixture.key(id: "k1")
    let signer = TokenSigner.self
    let token = try signer.init(.es256, JWK(key.material, id: "k2")).sign(Fixture.claims)
    let set = try scratch.file("keys.json", try Fixture.set(key))
    let result = try Program.run("token", "why", token, "--jwks", set, "--json")
    #expect(try result.json["causes"]?.array?.first?["kind"] == "other-key", "\(result.output)")
    let signature = try signer.init(.es256, key).sign(
      protected: ["alg": "ES256", "kid": "k2"], payload: [1])
    let message = SignedMessage(
      payload: Base64.url([1]), signatures: [signature], isFlattened: true)
    let inJSON = try Program.run(
      "token", "why", message.json.text(), "--jwks", set, "--jws", "--json")
    #expect(try inJSON.json["causes"]?.array?.first?["kind"] == "other-key", "\(inJSON.output)")
  }

  @Test func `never says that anything is verified`() throws {
    let fine = try why(try Fixture.token())
    #expect(fine.status == 0)
    #expect(fine.output.hasPrefix("No check refuses it with these options."))
    let cause = try why(try Fixture.token(secret: Fixture.secret + "\n"))
    let json = try why(try Fixture.token(), "--json")
    for result in [fine, cause, json] { #expect(!result.output.lowercased().contains("verified")) }
    #expect(try json.json["refused"] == false)
    #expect(try json.json["verdict"] == .null)
  }

  @Test func `says so where nothing explains the refusal, with exit 1`() throws {
    let token = try Fixture.token(secret: "fedcba9876543210fedcba9876543210")
    let result = try why(token)
    #expect(result.status == 1)
    #expect(result.output.contains("None of the usual causes explains it."))
    let json = try why(token, "--json")
    #expect(json.status == 1)
    #expect(try json.json["causes"] == [])
    #expect(try json.json["verdict"] == "bad-signature")
    #expect(try json.json["check"] == "signature")
  }

  @Test func `lets nothing of a hostile token reach the terminal as it is`() throws {
    let hostile = "\u{1B}[2J\u{202E}\u{9B}"
    let token = try Fixture.token(Fixture.claims("iss", .string(hostile)), type: hostile)
    for options in [["--iss", "x"], ["--typ", "JWT"]] {
      for form in [[], ["--json"]] {
        let result = try Program.run(
          [
            "token", "why", token, "--secret-env", "SECRET", "--alg", "HS256", "--at", Fixture.at,
            "--aud", "https://api.test",
          ] + options + form, environment: Fixture.environment)
        expectHarmless(result.output)
      }
    }
  }
}
