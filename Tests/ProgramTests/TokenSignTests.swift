import Cryptography
import Foundation
import Testing
import Tokens
import Wire

/// Files of keys that the commands about tokens take.
private struct Ring {
  let scratch: Scratch
  let pair: KeyPair
  let privateKey: String
  let publicKey: String
  let secret: String

  init() throws {
    scratch = try Scratch()
    pair = try KeyPair(.elliptic(.p256, scalar: Array(1...32)))
    let key = JWK(pair, id: "one", algorithm: "ES256")
    privateKey = try scratch.file("private.jwk", try key.json(revealingPrivate: true).text())
    publicKey = try scratch.file("public.jwk", try key.json().text())
    secret = try scratch.file("secret", "0123456789abcdef0123456789abcdef")
  }
}

/// Header and payload of a compact token as JSON.
private func parts(_ output: String) throws -> (header: JSONValue, payload: JSONValue) {
  let parts = output.split(separator: ".")
  try #require(parts.count >= 2)
  return (
    try JSONValue.parse(Base64.decodeURL(parts[0])), try JSONValue.parse(Base64.decodeURL(parts[1]))
  )
}

@Suite struct `authscope token sign` {
  private let ring: Ring
  init() throws { ring = try Ring() }

  private func sign(_ arguments: String..., input: String? = nil) throws -> Program.Result {
    try Program.run(["token", "sign"] + arguments, input: input.map { Data($0.utf8) })
  }

  @Test func `makes a token that verify accepts, the same each time`() throws {
    let arguments = [
      "token", "sign", "--key", ring.privateKey, "--iss", "https://id.example", "--sub", "alice",
      "--aud", "https://api.example", "--iat", "now", "--exp", "15m", "--at", "1700000000",
    ]
    let made = try Program.run(arguments)
    #expect(made.status == 0, "\(made.error)")
    #expect(made.error == "")
    #expect(try Program.run(arguments).output == made.output)
    let verdict = try Program.run(
      "token", "verify", "--key", ring.publicKey, "--iss", "https://id.example", "--aud",
      "https://api.example", "--at", "1700000899", input: Data(made.output.utf8))
    #expect(verdict.status == 0, "\(verdict.output)")
    let late = try Program.run(
      "token", "verify", "--key", ring.publicKey, "--aud", "https://api.example", "--at",
      "1700000900", input: Data(made.output.utf8))
    #expect(late.status == 13)
  }

  @Test func `takes claims from flags, JSON and a file, and adds none of its own`() throws {
    let claims = try sign(
      "--key", ring.privateKey, "--claims", #"{"z":1,"sub":"bob"}"#, "--sub", "alice", "--aud", "a",
      "--aud", "b", "--jti", "j", "--nonce", "n", "--claim", "admin=true", "--claim", "name=x=y",
      "--claim", #"roles=["r"]"#, "--nbf", "-1m", "--exp", "+1h", "--at", "1700000000")
    let (header, payload) = try parts(claims.output)
    #expect(header.text() == #"{"alg":"ES256","typ":"JWT","kid":"one"}"#)
    #expect(
      payload.text()
        == #"{"z":1,"sub":"alice","aud":["a","b"],"exp":1700003600,"nbf":1699999940,"#
        + #""jti":"j","nonce":"n","admin":true,"name":"x=y","roles":["r"]}"#)
    let file = try ring.scratch.file("claims.json", #"{"sub":"eve"}"#)
    #expect(
      try parts(sign("--key", ring.privateKey, "--claims-file", file).output).payload.text()
        == #"{"sub":"eve"}"#)
    let piped = try sign(
      "--key", ring.privateKey, "--claims-file", "-", input: #"{"sub":"eve"}"#)
    #expect(try parts(piped.output).payload.text() == #"{"sub":"eve"}"#)
  }

  @Test func `writes any header, and any payload`() throws {
    let made = try sign(
      "--key", ring.privateKey, "--typ", "at+jwt", "--kid", "two", "--header", "x=1", "--header",
      "alg=RS256")
    #expect(
      try parts(made.output).header.text()
        == #"{"alg":"RS256","typ":"at+jwt","kid":"two","x":1}"#)
    let payload = try ring.scratch.file("payload", "[1]")
    let bare = try sign("--key", ring.privateKey, "--payload-file", payload, "--json")
    let report = try JSONValue.parse(bare.output)
    #expect(report["header"]?.text() == #"{"alg":"ES256","kid":"one"}"#)
    #expect(try parts(report["token"]?.string ?? "").payload.text() == "[1]")
    let message = try Program.run(
      "token", "verify", "--jws", "--key", ring.publicKey,
      input: Data((report["token"]?.string ?? "").utf8))
    #expect(message.status == 0, "\(message.output)")
  }

  @Test func `signs nothing under --unsecured alone`() throws {
    let made = try sign("--unsecured", "--sub", "alice")
    #expect(made.output.hasSuffix(".\n"))
    #expect(try parts(made.output).header.text() == #"{"alg":"none","typ":"JWT"}"#)
    #expect(made.error.contains("is not signed; anybody can change it"))
    let named = try sign("--alg", "none", "--key", ring.privateKey)
    #expect(named.status == 2)
    #expect(named.error.contains("is made by --unsecured alone"))
    #expect(named.output == "")
    #expect(try sign("--unsecured", "--key", ring.privateKey).status == 2)
  }

  @Test func `flags a short secret, and a key that says it is for something else`() throws {
    let short = try ring.scratch.file("short", "hunter2\n")
    let made = try sign("--secret-file", short, "--alg", "HS256", "--sub", "alice")
    #expect(made.status == 0)
    #expect(made.error.contains("7 bytes, where a secret of 32 bytes or more belongs"))
    #expect(made.error.contains("the line break at the end is not part of the secret"))
    let other = try ring.scratch.file(
      "enc.jwk", #"{"kty":"oct","k":"\#(Base64.url(Array(0..<32)))","use":"enc"}"#)
    #expect(
      try sign("--key", other, "--alg", "HS256").error.contains("a strict verifier refuses it"))
  }

  @Test(arguments: [
    ([], 2, "No key was named."), (["--key", "PUBLIC"], 15, "is a public key, which verifies"),
    (["--key", "SECRET"], 2, "neither PEM, DER, JWK nor JWK Set"),
    (["--secret-file", "SECRET"], 2, "works with HS256, HS384, HS512."),
    (["--key", "PRIVATE", "--alg", "RS256"], 15, "RS256 wants an RSA key, and the key is P-256."),
    (["--key", "PRIVATE", "--alg", "ES265"], 11, "Did you mean ES256?"),
    (["--key", "PRIVATE", "--exp", "soon"], 2, "--exp soon is no moment. Write 15m, or"),
    (["--key", "PRIVATE", "--claim", "x"], 2, "--claim x: write name=value."),
    (["--key", "PRIVATE", "--claim", "x=1", "--claim", "x=2"], 2, "--claim x is given twice"),
    (["--key", "PRIVATE", "--claims", "{"], 2, "--claims is not JSON: line 1, column 2"),
    (["--key", "PRIVATE", "--claims", "[]"], 2, "--claims is an array, where claims, an object"),
    (["--key", "PRIVATE", "--claims", "{}", "--claims-file", "x"], 2, "by --claims and by"),
    (["--key", "PRIVATE", "--sub", "a", "--payload-file", "x"], 2, "leave the claims out"),
    (["--secret-stdin", "--claims-file", "-"], 2, "Standard input can hold one thing"),
    (["--key", "PRIVATE", "--typ", "x", "--no-typ"], 2, "contradict each other"),
    (["--key", "PRIVATE", "--claims-file", "/none"], 2, "/none: No such file"),
  ])
  func `refuses what makes no token, and says why`(
    arguments: [String], status: Int32, says: String
  ) throws {
    let names = ["PRIVATE": ring.privateKey, "PUBLIC": ring.publicKey, "SECRET": ring.secret]
    let result = try Program.run(["token", "sign"] + arguments.map { names[$0] ?? $0 })
    #expect(result.status == status, "\(result.error)")
    #expect(result.error.contains(says), "\(result.error)")
    #expect(result.output == "")
  }
}

@Suite struct `authscope key sign and verify` {
  private let ring: Ring
  init() throws { ring = try Ring() }

  @Test func `agree, whatever the algorithm, and disagree over another message`() throws {
    for algorithm in SignatureAlgorithm.allCases {
      let key = try ring.scratch.file("key.jwk", try MadeKey.text(algorithm.name))
      let signed = try Program.run(
        "key", "sign", "--alg", algorithm.name, "--key", key, input: Data("abc".utf8))
      #expect(signed.status == 0, "\(signed.error)")
      let signature = String(signed.output.dropLast())
      let verify = [
        "key", "verify", "--alg", algorithm.name, "--key", key, "--signature-hex", signature,
        "--message-hex",
      ]
      let good = try Program.run(verify + ["616263"])
      #expect(good.status == 0, "\(algorithm) \(good.error)")
      #expect(good.output.hasPrefix("verified by "))
      #expect(try Program.run(verify + ["6162"]).status == 12)
    }
    let empty = try Program.run(
      "key", "verify", "--alg", "ES256", "--key", ring.publicKey, "--signature-hex", "",
      "--message-hex", "616263")
    #expect(empty.status == 12)
  }

  @Test func `write and read the same bytes in hex and base64url`() throws {
    let signed = try Program.run(
      "key", "sign", "--alg", "ES256", "--key", ring.privateKey, "--message-hex", "", "--json")
    let report = try JSONValue.parse(signed.output)
    let text = try #require(report["signature"]?.string)
    #expect(try HexDigits.bytes(report["signature_hex"]?.string) == Base64.decodeURL(text))
    let plain = try Program.run(
      "key", "sign", "--alg", "ES256", "--key", ring.privateKey, "--message-hex", "",
      "--base64url")
    #expect(plain.output == text + "\n")
    let file = try ring.scratch.file("signature", Data(try Base64.decodeURL(text)))
    for given in [["--signature", text], ["--signature-file", file]] {
      let result = try Program.run(
        ["key", "verify", "--alg", "ES256", "--key", ring.publicKey, "--message-hex", "", "--json"]
          + given)
      #expect(result.status == 0, "\(result.error)")
      #expect(try JSONValue.parse(result.output)["verdict"]?.string == "verified")
    }
  }

  @Test func `name the form where DER was given`() throws {
    let raw = try ring.pair.signECDSA(Array("abc".utf8), with: .sha256)
    let der = try #require(EllipticCurve.p256.derSignature(ofRaw: raw))
    let hex = der.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let result = try Program.run(
      "key", "verify", "--alg", "ES256", "--key", ring.publicKey, "--message-hex", "616263",
      "--signature-hex", hex)
    #expect(result.status == 12)
    #expect(result.error.contains("In DER it would be: JOSE writes R || S (RFC 7518 3.4)."))
  }

  @Test(arguments: [
    ("verify", ["--alg", "XX", "--key", "PUBLIC", "--signature-hex", "00"], 11, "--alg XX is not"),
    ("verify", ["--alg", "RS256", "--key", "PUBLIC", "--signature-hex", "00"], 15, "No key fits"),
    ("verify", ["--alg", "ES256", "--key", "PUBLIC"], 2, "Give the signature by one of"),
    (
      "verify", ["--alg", "ES256", "--key", "PUBLIC", "--signature-hex", "0"], 2,
      "--signature-hex: 1 hex digits"
    ),
    (
      "verify", ["--alg", "ES256", "--key", "PUBLIC", "--signature", "A"], 2, "--signature: byte 0"
    ),
    (
      "verify", ["--alg", "ES256", "--key", "PUBLIC", "--signature-hex", "", "--signature", ""], 2,
      "by one of"
    ),
    ("sign", ["--alg", "ES256", "--key", "PRIVATE", "--message-hex", "0g"], 2, "byte 1 is no hex"),
    ("sign", ["--alg", "ES256", "--key", "PUBLIC", "--message-hex", ""], 15, "cannot sign"),
    ("sign", ["--alg", "XX", "--key", "PRIVATE", "--message-hex", ""], 11, "--alg XX is not"),
    (
      "sign", ["--alg", "ES256", "--key", "PRIVATE", "--message-hex", "", "--message-file", "x"], 2,
      "give one"
    ),
    ("sign", ["--alg", "HS256", "--secret-stdin"], 2, "Standard input holds the secret"),
  ])
  func `refuse what makes no sense`(
    command: String, arguments: [String], status: Int32, says: String
  ) throws {
    let names = ["PRIVATE": ring.privateKey, "PUBLIC": ring.publicKey]
    let result = try Program.run(
      ["key", command] + arguments.map { names[$0] ?? $0 }, input: Data("secret".utf8))
    #expect(result.status == status, "\(result.error)")
    #expect(result.error.contains(says), "\(result.error)")
    #expect(result.output == "")
  }

  @Test func `say the verdict as JSON with the same exit code`() throws {
    for (algorithm, verdict, status) in [
      ("XX", "unsupported", 11), ("RS256", "no-key", 15), ("ES256", "bad-signature", 12),
    ] as [(String, String, Int32)] {
      let result = try Program.run(
        "key", "verify", "--alg", algorithm, "--key", ring.publicKey, "--message-hex", "",
        "--signature-hex", "00", "--json")
      #expect(result.status == status)
      #expect(try JSONValue.parse(result.output)["verdict"]?.string == verdict)
    }
  }
}

private enum HexDigits {
  static func bytes(_ text: String?) throws -> [UInt8] {
    let reading = try KeyReader.secret(Array((text ?? "").utf8), as: .hex)
    return reading.keys.first?.secret?.bytes ?? []
  }
}

@Suite struct `authscope selftest` {
  @Test func `names every answer with its reference, and what is installed`() throws {
    let text = try Program.run("selftest")
    #expect(text.status == 0)
    #expect(text.output.hasPrefix("libcrypto  OpenSSL 3"))
    #expect(text.output.contains("RFC 6979 3.2"))
    #expect(text.output.contains("algorithms that this libcrypto lacks: none"))
    let json = try JSONValue.parse(try Program.run("selftest", "--json").output)
    #expect(json["ok"]?.bool == true)
    #expect(json["answers"]?.array?.count == KnownAnswer.all.count)
    #expect(json["answers"]?.array?.allSatisfy { $0["result"]?.string == "given" } == true)
    #expect(json["missing"]?.array?.isEmpty == true)
  }
}
