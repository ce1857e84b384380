import Cryptography
import Foundation
import Testing
import Tokens
import Wire

@Suite struct `The keys of a command about tokens` {
  private static let rest = ["--at", Fixture.at, "--aud", "https://api.test"]

  private func verify(
    _ token: String, _ options: String..., input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Program.Result {
    try Program.run(
      ["token", "verify", token] + options + Self.rest, input: input.map { Data($0.utf8) },
      environment: environment)
  }

  @Test func `come from a file in PEM, DER, JWK or as a JWK Set`() throws {
    let scratch = try Scratch()
    let key = try Fixture.key()
    let token = try TokenSigner(.es256, key).sign(Fixture.claims)
    let pair = try #require(key.privateKeyPair)
    let files = [
      try scratch.file("public.pem", pair.publicKey.pem),
      try scratch.file("private.pem", pair.pem),
      try scratch.file("public.der", Data(pair.publicKey.spki)),
      try scratch.file("key.jwk", try key.json().text()),
      try scratch.file("keys.json", try Fixture.set(key)),
    ]
    for file in files {
      let result = try verify(token, "--key", file, "--alg", "ES256")
      #expect(result.status == 0, "\(file): \(result.output)\(result.error)")
    }
    #expect(try verify(token, "--key", files[4]).status == 0, "its own alg is enough")
    let several = try verify(
      token, "--key", try scratch.file("other.jwk", try Fixture.key(id: "k9").json().text()),
      "--key", files[3])
    #expect(several.status == 0)
  }

  @Test func `include a secret from a file, the environment or standard input`() throws {
    let scratch = try Scratch()
    let token = try Fixture.token()
    let file = try scratch.file("secret.txt", Fixture.secret + "\n")
    let fromFile = try verify(token, "--secret-file", file, "--alg", "HS256")
    #expect(fromFile.status == 0)
    #expect(
      fromFile.output.contains(
        "note: \(file): the line break at the end is not part of the secret"))
    let fromInput = try verify(
      token, "--secret-stdin", "--alg", "HS256", input: Fixture.secret)
    #expect(fromInput.status == 0)
    let hex = Fixture.secret.utf8.map { String($0, radix: 16) }.joined()
    for (encoding, text) in [
      ("hex", hex), ("base64", Base64.standard(Array(Fixture.secret.utf8))),
      ("base64url", Base64.url(Array(Fixture.secret.utf8))), ("bytes", Fixture.secret),
    ] {
      let result = try verify(
        token, "--secret-env", "S", "--secret-encoding", encoding, "--alg", "HS256",
        environment: ["S": text])
      #expect(result.status == 0, "\(encoding)")
    }
  }

  @Test func `never come as an argument`() throws {
    let option = try verify("x", "--secret", Fixture.secret, "--alg", "HS256")
    #expect(option.status == 2)
    #expect(option.error.contains("--secret"))
    let cases = [
      (#"{"kty":"oct","k":"c2VjcmV0"}"#, "The option takes the name of a file, not the key itself"),
      ("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n", "An argument holds a private key"),
    ]
    for (key, words) in cases {
      let result = try verify("x", "--key", key, "--alg", "HS256")
      #expect(result.status == 2)
      #expect(result.error.contains(words), "\(result.error)")
      #expect(!result.error.contains("c2VjcmV0"))
    }
  }

  @Test func `are never shown`() throws {
    for form in [[], ["--json"]] {
      for token in [try Fixture.token(), try Fixture.token(secret: "another secret")] {
        for command in ["verify", "why"] {
          let result = try Program.run(
            ["token", command, token, "--secret-env", "SECRET", "--alg", "HS256"] + form
              + Self.rest, environment: Fixture.environment)
          #expect(!(result.output + result.error).contains(Fixture.secret))
        }
      }
    }
  }

  @Test func `open with a passphrase`() throws {
    guard let openssl = ["/usr/bin/openssl"].first(where: FileManager.default.fileExists) else {
      print("skipped: no openssl command")
      return
    }
    let scratch = try Scratch()
    let key = try Fixture.key(id: nil)
    let token = try TokenSigner(.es256, key).sign(Fixture.claims)
    let plain = try scratch.file("plain.pem", try #require(key.privateKeyPair).pem)
    let locked = scratch.url.appending(path: "locked.pem").path
    let process = Process()
    process.executableURL = URL(filePath: openssl)
    process.arguments = [
      "pkcs8", "-topk8", "-in", plain, "-out", locked, "-passout", "pass:open sesame",
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let closed = try verify(token, "--key", locked, "--alg", "ES256")
    #expect(closed.status == 2)
    #expect(closed.error.contains("the private key is encrypted"))
    let file = try scratch.file("passphrase", "open sesame\n")
    #expect(
      try verify(token, "--key", locked, "--alg", "ES256", "--passphrase-file", file).status == 0)
    #expect(
      try verify(
        token, "--key", locked, "--alg", "ES256", "--passphrase-env", "P",
        environment: ["P": "open sesame"]
      ).status == 0)
  }

  @Test func `that are missing or unreadable are told by place and remedy, with exit 2`() throws {
    let scratch = try Scratch()
    let text = try scratch.file("notes.txt", "hello")
    let pem = try scratch.file("key.pem", try #require(Fixture.key().privateKeyPair).pem)
    let empty = try scratch.file("empty", "")
    let cases: [([String], String)] = [
      ([], "No key was named. Give a key: --key FILE"),
      (["--key", "/nowhere"], "/nowhere: No such file or directory"),
      (["--key", text], "\(text): neither PEM, DER, JWK nor JWK Set"),
      (["--jwks", pem], "\(pem) is no JWK Set. For a key in PEM or DER, say --key \(pem)."),
      (["--secret-file", empty], "\(empty), as text: nothing is there"),
      (["--secret-env", "NOT_THERE"], "--secret-env: the environment has no NOT_THERE"),
      (
        ["--passphrase-env", "NOT_THERE", "--key", pem], "--passphrase-env: the environment has no"
      ),
      (
        ["--secret-env", "SECRET", "--secret-encoding", "hex"],
        "$SECRET, as hex: line 1 (byte 16): \"g\" is no hex digit"
      ),
    ]
    for (options, words) in cases {
      let result = try Program.run(
        ["token", "verify", "x", "--alg", "HS256"] + options,
        environment: ["SECRET": "0123456789abcdefg"])
      #expect(result.status == 2, "\(options)")
      #expect(result.output.isEmpty)
      #expect(result.error.contains(words), "\(options): \(result.error)")
    }
  }

  @Test func `do not share standard input with the token`() throws {
    let token = try Program.run(
      "token", "verify", "--secret-stdin", "--alg", "HS256", input: Data("x".utf8))
    #expect(token.status == 2)
    #expect(
      token.error.contains("Standard input holds the secret (--secret-stdin): give the token"))
    let lines = try Program.run(
      "token", "verify", "--lines", "--secret-stdin", "--alg", "HS256", input: Data("x".utf8))
    #expect(lines.status == 2)
    #expect(lines.error.contains("give the lines by --file"))
  }
}

@Suite struct `The algorithms of a verifier` {
  private func verify(_ token: String, _ options: [String]) throws -> Program.Result {
    try Program.run(
      ["token", "verify", token, "--at", Fixture.at, "--aud", "https://api.test"] + options,
      environment: Fixture.environment)
  }

  @Test func `are the caller's, or declared by every key, never the token's`() throws {
    let scratch = try Scratch()
    let silent = try scratch.file("silent.json", try Fixture.set(Fixture.key(algorithm: nil)))
    let result = try verify(try Fixture.token(), ["--jwks", silent])
    #expect(result.status == 2)
    #expect(
      result.error.contains(
        "Name the algorithms that you accept by --alg: key \"k1\" declares none, and the token's "
          + "header must not choose (RFC 8725 3.1). A key of this kind works with ES256."))
    let encrypting = try scratch.file(
      "enc.json",
      try JWKSet([JWK(Fixture.key().material, id: "e", use: "enc", algorithm: "ECDH-ES")])
        .publicPart.json().text())
    let none = try verify(try Fixture.token(), ["--jwks", encrypting])
    #expect(none.status == 2)
    #expect(none.error.contains("No key declares an algorithm for signatures"))
  }

  @Test func `may be several, in one option or in many`() throws {
    let token = try Fixture.token()
    for options in [["--alg", "ES256,HS256"], ["--alg", "ES256", "--alg", "HS256"]] {
      #expect(try verify(token, ["--secret-env", "SECRET"] + options).status == 0)
    }
  }

  @Test(arguments: [
    ("HS265", 11, "--alg HS265 is not supported. Did you mean HS256? There are HS256,"),
    ("none", 2, "--alg none would verify nothing: nobody signed such a token."),
    ("NoNe", 2, "would verify nothing"),
    ("RSA-OAEP", 11, "--alg RSA-OAEP is not for signatures. There are HS256,"),
  ])
  func `must exist`(name: String, status: Int32, words: String) throws {
    let result = try verify("x", ["--secret-env", "SECRET", "--alg", name])
    #expect(result.status == status)
    #expect(result.error.contains(words), "\(result.error)")
  }

  @Test func `of an Ed25519 key that declares EdDSA go by both names`() throws {
    let scratch = try Scratch()
    let pair = try KeyPair.generateFromSystem(.octet(.ed25519))
    let set = try scratch.file("keys.json", try Fixture.set(JWK(pair, algorithm: "EdDSA")))
    for algorithm in [SignatureAlgorithm.edDSA, .ed25519] {
      let token = try TokenSigner(algorithm, JWK(pair)).sign(Fixture.claims)
      #expect(try verify(token, ["--jwks", set]).status == 0)
    }
  }

  @Test func `and other options that contradict each other are told`() throws {
    let issuers = try verify(
      "x", ["--secret-env", "SECRET", "--alg", "HS256", "--any-aud"])
    #expect(issuers.status == 2)
    #expect(issuers.error.contains("--any-aud and --aud contradict each other"))
    let leeway = try verify("x", ["--secret-env", "SECRET", "--alg", "HS256", "--leeway", "soon"])
    #expect(leeway.status == 2)
    #expect(leeway.error.contains("--leeway soon is no span of time. Write 60, 60s or 2m."))
  }
}
