import Cryptography
import Foundation
import Testing
import Tokens
import Wire

@Suite struct `Verifying a JWS of anything` {
  private func verify(_ text: String, _ options: String...) throws -> Program.Result {
    try Program.run(
      ["token", "verify", text, "--secret-env", "SECRET", "--alg", "HS256"] + options,
      environment: Fixture.environment)
  }

  private func signature(_ secret: String, _ payload: String) throws -> SignedMessage.Signature {
    try TokenSigner(.hs256, JWK(secret: secret)).sign(
      protected: ["alg": "HS256"], payload: Array(payload.utf8))
  }

  private func message(_ signatures: [SignedMessage.Signature], _ payload: String?) -> String {
    SignedMessage(
      payload: payload.map { Base64.url(Array($0.utf8)) }, signatures: signatures,
      isFlattened: signatures.count == 1
    ).json.text()
  }

  @Test func `judges the signature and no claims`() throws {
    let token = try Fixture.raw(header: #"{"alg":"HS256"}"#, payload: "no claims")
    let result = try verify(token, "--jws", "--json")
    #expect(result.status == 0)
    #expect(try result.json["claims"] == .null)
    #expect(try result.json["payload"]?.string == Base64.url(Array("no claims".utf8)))
    #expect(try result.check("not-expired")["outcome"] == "not-applicable")
    let altered = try verify(token.replacing("bm8g", with: "bm9n"), "--jws", "--json")
    #expect(altered.status == 12)
    #expect(try altered.json["payload"] == .null)
  }

  @Test func `refuses a JWS in JSON as a JWT, and says what to do`() throws {
    let text = message([try signature(Fixture.secret, "{}")], "{}")
    let result = try verify(text)
    #expect(result.status == 10)
    #expect(result.error.contains("say --jws"), "\(result.error)")
    #expect(try verify(text, "--jws").status == 0)
  }

  @Test func `of several signatures wants one, or all on demand`() throws {
    let other = "fedcba9876543210fedcba9876543210"
    let text = message(
      [try signature(other, "hi"), try signature(Fixture.secret, "hi")], "hi")
    let one = try verify(text, "--jws", "--json")
    #expect(one.status == 0)
    #expect(
      try one.json["signatures"]?.array?.map { $0["verdict"] } == ["bad-signature", "verified"])
    let all = try verify(text, "--jws", "--every-signature")
    #expect(all.status == 12)
    #expect(all.output.contains("Signature 1 of 2: bad signature"))
    #expect(all.output.contains("Signature 2 of 2: verified"))
  }

  @Test(arguments: [
    ("{", "token-json"), ("{}", "token-shape"), (#"{"signatures":[]}"#, "token-shape"),
    (#"{"payload":"","protected":"!","signature":""}"#, "token-encoding"),
  ])
  func `says at which row a message is malformed`(text: String, check: String) throws {
    let result = try verify(text, "--jws", "--json")
    #expect(result.status == 10)
    #expect(try result.check(check)["outcome"] == "fail")
  }

  @Test func `takes a payload that travels elsewhere`() throws {
    let scratch = try Scratch()
    let whole = try Fixture.raw(header: #"{"alg":"HS256"}"#, payload: "elsewhere")
    let parts = whole.split(separator: ".")
    let detached = "\(parts[0])..\(parts[2])"
    let file = try scratch.file("payload", "elsewhere")
    #expect(try verify(detached, "--payload", file).status == 0)
    let other = try scratch.file("other", "somewhere")
    #expect(try verify(detached, "--payload", other).status == 12)
    let twice = try verify(whole, "--payload", file)
    #expect(twice.status == 10)
    #expect(twice.output.contains("the token carries a payload of its own"))
    let json = message([try signature(Fixture.secret, "elsewhere")], nil)
    #expect(try verify(json, "--payload", file).status == 0)
    #expect(try verify(json, "--payload", other).status == 12)
  }

  @Test func `refuses options about claims`() throws {
    for option in [
      ["--iss", "x"], ["--aud", "x"], ["--sub", "x"], ["--nonce", "x"], ["--access-token", "x"],
      ["--strict-iat"], ["--no-exp"], ["--any-aud"],
    ] {
      let result = try Program.run(
        ["token", "verify", "x", "--secret-env", "SECRET", "--alg", "HS256", "--jws"] + option,
        environment: Fixture.environment)
      #expect(result.status == 2)
      #expect(
        result.error.contains("\(option[0]) is about claims, and with --jws no claims are judged"))
    }
  }

  @Test func `agrees with the labels of outside vectors on a sample`() throws {
    let path =
      ProcessInfo.processInfo.environment["AUTHSCOPE_VECTORS"]
      ?? Program.root.deletingLastPathComponent().appending(path: "shared/vectors").path
    let file = path + "/wycheproof/json_web_signature_test.json"
    guard let data = FileManager.default.contents(atPath: file) else {
      print("skipped: no wycheproof/json_web_signature_test.json in \(path)")
      return
    }
    let scratch = try Scratch()
    // Labels that contradict their own cases; the library's tests say how.
    let exceptions: Set<Int64> = [346, 347, 350, 351, 367, 370, 372, 373]
    var tried = 0
    for group in try JSONValue.parse([UInt8](data))["testGroups"]?.array ?? [] {
      guard let key = group["public"] ?? group["private"], let set = try? JWKSet(key),
        let declared = set.keys.first?.algorithm, SignatureAlgorithm(name: declared) != nil
      else { continue }
      let keyFile = try scratch.file("key.json", key.text())
      // One that is right and one that is wrong of each group.
      let tests = (group["tests"]?.array ?? []).filter {
        !exceptions.contains($0["tcId"]?.integer ?? 0)
      }
      let sample = ["valid", "invalid"].compactMap { label in
        tests.first { $0["result"]?.string == label }
      }
      for test in sample {
        let result = try Program.run(
          "token", "verify", test["jws"]?.string ?? "", "--jws", "--jwks", keyFile)
        #expect(
          (result.status == 0) == (test["result"]?.string == "valid"),
          "tcId \(test["tcId"]?.text() ?? ""): \(result.output)\(result.error)")
        tried += 1
      }
    }
    #expect(tried > 20)
  }
}

@Suite struct `Verifying what is inside an encrypted token` {
  private let key: JWK
  private let scratch: Scratch
  private let file: String

  init() throws {
    key = JWK(try KeyPair.generateFromSystem(.rsa(bits: 2048)))
    scratch = try Scratch()
    file = try scratch.file("key.pem", try #require(key.privateKeyPair).pem)
  }

  private struct Fresh: Randomness {
    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255) } }
  }

  private func encrypted(_ token: String) throws -> String {
    var randomness = Fresh()
    return try TokenEncryptor(.rsaOAEP256, .a256gcm, key).encrypt(
      Array(token.utf8), header: ["cty": "JWT"], using: &randomness)
  }

  private func verify(_ token: String, _ options: String...) throws -> Program.Result {
    try Program.run(
      [
        "token", "verify", token, "--secret-env", "SECRET", "--alg", "HS256", "--at", Fixture.at,
        "--aud", "https://api.test",
      ] + options, environment: Fixture.environment)
  }

  @Test func `opens it with a key and an algorithm of the caller, and shows both ledgers`() throws {
    let token = try encrypted(try Fixture.token())
    let result = try verify(
      token, "--decrypt-key", file, "--decrypt-alg", "RSA-OAEP-256", "--json")
    #expect(result.status == 0, "\(result.output)")
    #expect(try result.json["claims"]?["sub"] == "alice")
    let rows = try #require(try result.json["decryption"]?.array)
    #expect(rows.contains { $0["id"] == "decrypted" && $0["outcome"] == "pass" })
    let text = try verify(token, "--decrypt-key", file, "--decrypt-alg", "RSA-OAEP-256")
    #expect(text.output.contains("\nDecryption\n"))
  }

  @Test func `refuses what is inside by the same rules`() throws {
    let token = try encrypted(try Fixture.token(secret: "fedcba9876543210fedcba9876543210"))
    let result = try verify(token, "--decrypt-key", file, "--decrypt-alg", "RSA-OAEP-256")
    #expect(result.status == 12)
    #expect(result.output.contains("REFUSED: bad signature"))
  }

  @Test func `says that decryption failed, with exit 12`() throws {
    let token = try encrypted(try Fixture.token())
    let altered = token.dropLast(4) + "AAAA"
    let result = try verify(
      String(altered), "--decrypt-key", file, "--decrypt-alg", "RSA-OAEP-256", "--json")
    #expect(result.status == 12)
    #expect(try result.json["verdict"] == "undecryptable")
  }

  @Test func `says without a key what is missing`() throws {
    let token = try encrypted(try Fixture.token())
    let result = try verify(token)
    #expect(result.status == 10)
    #expect(result.error.contains("say --decrypt-key FILE and --decrypt-alg NAME"))
    let noAlgorithm = try verify(token, "--decrypt-key", file)
    #expect(noAlgorithm.status == 2)
    #expect(noAlgorithm.error.contains("--decrypt-key needs the algorithms that you accept"))
    let noKey = try verify(token, "--decrypt-alg", "RSA-OAEP-256")
    #expect(noKey.status == 2)
    #expect(noKey.error.contains("--decrypt-alg needs a key that decrypts"))
    let unknown = try verify(token, "--decrypt-key", file, "--decrypt-alg", "RSA-OAEP-265")
    #expect(unknown.status == 2)
    #expect(unknown.error.contains("Did you mean RSA-OAEP-256?"), "\(unknown.error)")
  }
}
