import Cryptography
import Foundation
import Testing
import Tokens
import Wire

@Suite struct `authscope token encrypt and decrypt` {
  private let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private func made(_ name: String) throws -> String {
    try scratch.file("\(UUID()).jwk", try MadeKey.text(name))
  }

  @Test func `agree, for every algorithm`() throws {
    for algorithm in KeyManagementAlgorithm.current {
      let isDirect = algorithm == .direct
      let key = try made(isDirect ? "A128GCM" : algorithm.name)
      let sealed = try Program.run(
        "token", "encrypt", "--key", key, "--alg", algorithm.name, "--enc", "A128GCM", "--rounds",
        "1000", "hello")
      #expect(sealed.status == 0, "\(algorithm): \(sealed.error)")
      let opened = try Program.run(
        "token", "decrypt", "--key", key, "--alg", algorithm.name,
        input: Data(sealed.output.utf8))
      #expect(opened.status == 0, "\(algorithm): \(opened.error)")
      #expect(opened.output == "hello")
      #expect(opened.error.hasPrefix("DECRYPTED, NOT VERIFIED: by "))
    }
  }

  @Test func `agree, for every content encryption, compressed or not`() throws {
    for encryption in ContentEncryption.allCases {
      let key = try made(encryption.name)
      let long = String(repeating: "a", count: 5000)
      let plain = try Program.run(
        "token", "encrypt", "--key", key, "--enc", encryption.name, long)
      let zipped = try Program.run(
        "token", "encrypt", "--key", key, "--enc", encryption.name, "--zip", long)
      #expect(zipped.output.utf8.count < 500)
      #expect(plain.output.utf8.count > 5000)
      for token in [plain, zipped] {
        let opened = try Program.run(
          "token", "decrypt", "--key", key, "--quiet", input: Data(token.output.utf8))
        #expect(opened.output == long)
        #expect(opened.error == "")
      }
      let small = try Program.run(
        "token", "decrypt", "--key", key, "--max-inflated", "4999",
        input: Data(zipped.output.utf8))
      #expect(small.status == 14)
      #expect(small.output == "")
    }
  }

  @Test func `a token goes inside as it is, and says so`() throws {
    let signer = try made("ES256")
    let reader = try made("ECDH-ES+A128KW")
    let token = try Program.run("token", "sign", "--key", signer, "--sub", "alice", "--exp", "1h")
    let sealed = try Program.run(
      "token", "encrypt", "--key", reader, "--json", input: Data(token.output.utf8))
    let report = try JSONValue.parse(sealed.output)
    #expect(report["header"]?["cty"]?.string == "JWT")
    let text = try #require(report["token"]?.string)
    let opened = try Program.run(
      "token", "decrypt", "--key", reader, "--json", input: Data(text.utf8))
    let plaintext = try JSONValue.parse(opened.output)["plaintext"]?.string
    #expect(plaintext == InputLine.of(token.output))
    let verified = try Program.run(
      "token", "verify", "--key", signer, "--decrypt-key", reader, "--decrypt-alg",
      "ECDH-ES+A128KW", input: Data(text.utf8))
    #expect(verified.status == 0, "\(verified.output)")
  }

  @Test func `claims are content too`() throws {
    let reader = try made("A128KW")
    let sealed = try Program.run(
      "token", "encrypt", "--key", reader, "--sub", "alice", "--header", "apu=x", "--json")
    let header = try JSONValue.parse(sealed.output)["header"]
    #expect(header?["typ"]?.string == "JWT")
    #expect(header?["enc"]?.string == "A256GCM")
    #expect(header?["apu"]?.string == "x")
  }

  @Test func `each refusal has its exit code, in text and JSON`() throws {
    let one = try made("A128KW")
    let other = try made("A128KW")
    let edwards = try made("ECDH-ES")
    let token = InputLine.of(
      try Program.run("token", "encrypt", "--key", one, "hello").output)
    let altered = String(token.dropLast()) + (token.hasSuffix("A") ? "g" : "A")
    let odd = "eyJhbGciOiJYWCIsImVuYyI6IkEyNTZHQ00ifQ.AA.AA.AA.AA"
    let cases: [(String, [String], Int32, String, String)] = [
      (token, ["--key", one], 0, "decrypted", "DECRYPTED"),
      (altered, ["--key", one], 12, "undecryptable", "decryption failed (decrypted, exit 12)"),
      (token, ["--key", other], 12, "undecryptable", "decryption failed"),
      ("a.b", ["--key", one], 10, "malformed", "malformed (token-shape, exit 10)"),
      (odd, ["--key", one], 11, "unsupported", "unsupported algorithm (algorithm-allowed"),
      (token, ["--key", edwards], 14, "policy", "refused by policy (algorithm-allowed"),
      (
        token, ["--key", edwards, "--alg", "A128KW"], 15, "no-key",
        "no fitting key (key-fits, exit 15)"
      ),
      (token, ["--key", one, "--enc", "A128GCM"], 14, "policy", "(encryption-allowed"),
    ]
    for (text, arguments, status, verdict, says) in cases {
      let result = try Program.run(
        ["token", "decrypt"] + arguments, input: Data(text.utf8))
      #expect(result.status == status, "\(arguments) \(result.error)")
      #expect(result.error.contains(says), "\(result.error)")
      #expect(result.output == (status == 0 ? "hello" : ""))
      let json = try Program.run(
        ["token", "decrypt", "--json"] + arguments, input: Data(text.utf8))
      #expect(json.status == status)
      let report = try JSONValue.parse(json.output)
      #expect(report["verdict"]?.string == verdict)
      #expect(report["exit"]?.integer == Int64(status))
      #expect(report["checks"]?.array?.count == TokenDecryptor.rows.count)
    }
  }

  @Test func `content that a terminal would act on is not sent to one`() throws {
    let key = try made("A128KW")
    let token = try Program.run("token", "encrypt", "--key", key, "a\u{1B}[31mb")
    let text = try scratch.file("token", token.output)
    let piped = try Program.run("token", "decrypt", "--key", key, "-f", text, "--quiet")
    #expect(piped.output == "a\u{1B}[31mb")
    let shown = try Terminal.run(["token", "decrypt", "--key", key, "-f", text, "--quiet"])
    #expect(shown?.contains("\u{1B}") != true)
    #expect(shown?.contains("[31mb") ?? true)
  }

  @Test func `RSA1_5 is opened by its option alone, and never written`() throws {
    let key = try made("RSA")
    let made = try Program.run("token", "encrypt", "--alg", "RSA1_5", "--key", key, "x")
    #expect(made.status == 11)
    #expect(made.error.contains("use RSA-OAEP-256"))
    let named = try Program.run("token", "decrypt", "--alg", "RSA1_5", "--key", key, "a.b.c.d.e")
    #expect(named.status == 2)
    #expect(named.error.contains("under --allow-rsa1_5 alone"))
    let header = Base64.url(Array(#"{"alg":"RSA1_5","enc":"A128GCM"}"#.utf8))
    let old =
      "\(header).\(Base64.url([UInt8](repeating: 1, count: 256))).AAAAAAAAAAAAAAAA.AA."
      + "AAAAAAAAAAAAAAAAAAAAAA"
    let allowed = try Program.run("token", "decrypt", "--allow-rsa1_5", "--key", key, old)
    #expect(allowed.status == 12, "\(allowed.error)")
    let strict = try Program.run("token", "decrypt", "--alg", "RSA-OAEP", "--key", key, old)
    #expect(strict.status == 14)
  }

  @Test func `a stranger's p2c is worked for up to the bound`() throws {
    let word = try scratch.file("word", "hunter2")
    let sealed = try Program.run(
      "token", "encrypt", "--alg", "PBES2-HS256+A128KW", "--secret-file", word, "--rounds", "2000",
      "hello")
    let open = ["token", "decrypt", "--alg", "PBES2-HS256+A128KW", "--secret-file", word]
    let input = Data(sealed.output.utf8)
    #expect(try Program.run(open, input: input).output == "hello")
    let bound = try Program.run(open + ["--max-rounds", "1999"], input: input)
    #expect(bound.status == 14)
    #expect(bound.error.contains("expected p2c of 1999 at most; actual p2c 2000"))
  }

  @Test func `a mistake in the options is told`() throws {
    let key = try made("RSA")
    let pair = try made("ES256")
    let cases: [([String], Int32, String)] = [
      (["encrypt", "x"], 2, "No key was named."),
      (["encrypt", "x", "--key", key], 2, "works with RSA-OAEP, RSA-OAEP-256."),
      (["encrypt", "x", "--key", pair], 11, "--alg ES256 is not supported."),
      (["encrypt", "x", "--key", key, "--alg", "A128KW"], 15, "wants a secret of 16 bytes, and"),
      (["encrypt", "x", "--key", key, "--alg", "RSA-OAEP", "--enc", "A1"], 11, "--enc A1 is not"),
      (["encrypt", "x", "--key", key, "--alg", "RSA-OAEP", "--rounds", "0"], 2, "--rounds 0"),
      (["encrypt", "x", "--key", key, "--alg", "RSA-OAEP", "--sub", "a"], 2, "give one of them"),
      (["encrypt", "x", "--key", key, "--alg", "RSA-OAEP", "-f", "y"], 2, "give one of them"),
      (["encrypt", "--secret-stdin", "--alg", "dir"], 15, "wants a secret as long as the content"),
      (["decrypt", "x", "--key", key], 2, "Name the algorithms that you accept by --alg."),
      (["decrypt", "x", "--key", key, "--alg", "RSA"], 11, "--alg RSA is not supported."),
      (["decrypt", "x", "--key", key, "--alg", "RSA-OAEP", "--max-rounds", "0"], 2, "write 1 or"),
      (
        ["decrypt", "x", "--key", key, "--alg", "RSA-OAEP", "--max-inflated", "0"], 2, "write 1 to"
      ),
    ]
    for (arguments, status, says) in cases {
      let result = try Program.run(["token"] + arguments, input: Data("secret".utf8))
      #expect(result.status == status, "\(arguments): \(result.error)")
      #expect(result.error.contains(says), "\(arguments): \(result.error)")
      #expect(result.output == "")
    }
  }
}

private enum InputLine {
  static func of(_ output: String) -> String { String(output.dropLast()) }
}
