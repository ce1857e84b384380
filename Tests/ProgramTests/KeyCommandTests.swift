import Cryptography
import Foundation
import Testing
import Tokens
import Wire

@Suite struct `authscope key generate` {
  @Test func `makes every kind, which the reader takes again`() throws {
    for kind in KeyRecipe.kindNames {
      let result = try Program.run("key", "generate", kind, "--kid", "thumbprint")
      #expect(result.status == 0, "\(result.error)")
      let reading = try KeyReader().read(Array(result.output.utf8))
      let key = try #require(reading.keys.first)
      #expect(key.type == kind || key.kindName == kind)
      #expect(key.privateKeyPair != nil || key.secret != nil)
      #expect(key.id == Base64.url(try key.thumbprint()))
    }
  }

  @Test func `makes another key each time`() throws {
    let first = try Program.run("key", "generate", "--alg", "HS256")
    let second = try Program.run("key", "generate", "--alg", "HS256")
    #expect(first.output != second.output)
    let key = try #require(try KeyReader().read(Array(first.output.utf8)).keys.first)
    #expect(key.secret?.bytes.count == 32)
    #expect(key.algorithm == "HS256")
  }

  @Test func `writes a file that its owner alone can read, and none twice`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "key.jwk").path
    let made = try Program.run("key", "generate", "P-256", "-o", path)
    #expect(made.status == 0)
    #expect(made.output == "")
    #expect(made.error.contains("private, readable by you alone"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let first = try Data(contentsOf: URL(filePath: path))
    let again = try Program.run("key", "generate", "P-256", "-o", path)
    #expect(again.status == 2)
    #expect(again.error.contains("is there already; nothing was written"))
    #expect(try Data(contentsOf: URL(filePath: path)) == first)
    #expect(try Program.run("key", "generate", "P-256", "-o", path, "--force").status == 0)
    #expect(try Data(contentsOf: URL(filePath: path)) != first)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["key.jwk"])
    let device = try Program.run("key", "generate", "P-256", "-o", "/dev/null", "--force")
    #expect(device.status == 2)
    #expect(device.error.contains("is no file that could be replaced"))
  }

  @Test(arguments: [
    (["P-265"], 2, "there is no kind of key \"P-265\""), (["P-265"], 2, "Did you mean P-256?"),
    ([], 2, "Name a kind"), (["--alg", "ES265"], 11, "Did you mean ES256?"),
    (["RSA", "--alg", "ES256"], 2, "--alg ES256 does not fit the key: RSA of 2048 bits, where a"),
    (["RSA", "--bits", "512"], 2, "RSA has 1024 to 16384 bits"),
    (["P-256", "--bits", "256"], 2, "P-256 has one length"),
    (["oct", "--bits", "12"], 2, "a secret has whole bytes"),
    (["oct", "--to", "pem"], 2, "a secret has no pem form; write jwk or jwks"),
    (["Ed25519", "--to", "traditional"], 2, "no such form"),
    (["--alg", "dir"], 2, "dir takes a secret as long as"),
    (["P-256", "--use", "signature"], 2, "a key is for sig or for enc"),
    (["P-256", "--to", "xml"], 2, "--to <form>"),
  ])
  func `refuses what makes no sense, and says what would`(
    arguments: [String], status: Int32, says: String
  ) throws {
    let result = try Program.run(["key", "generate"] + arguments)
    #expect(result.status == status)
    #expect(result.error.contains(says), "\(result.error)")
    #expect(result.output == "")
  }

  @Test func `flags a key that is for tests only`() throws {
    #expect(
      try Program.run("key", "generate", "--alg", "HS256", "--bits", "64").error
        .contains("note: weak for HS256: 8 bytes, where a secret of 32 bytes or more belongs"))
    #expect(
      try Program.run("key", "generate", "RSA", "--bits", "1024").error.contains("note: weak"))
    #expect(try Program.run("key", "generate", "--alg", "HS256").error == "")
  }

  @Test func `masks the private part on a terminal until it is asked for`() throws {
    for (arguments, mark) in [
      (["P-256"], "\"d\": \"(masked"), (["oct"], "\"k\": \"(masked"),
      (["P-256", "--to", "pem"], "-----BEGIN PRIVATE KEY-----\r\n(masked"),
    ] {
      guard let masked = try Terminal.run(["key", "generate"] + arguments) else { return }
      #expect(masked.contains(mark), "\(masked)")
      #expect(masked.contains("note: the private part is masked on a terminal"))
      let shown = try Terminal.run(["key", "generate", "--reveal"] + arguments)
      #expect(shown?.contains("masked") == false)
    }
    let der = try Terminal.run(["key", "generate", "P-256", "--to", "der"])
    #expect(der?.contains("DER is no text for a terminal") ?? true)
  }
}

@Suite struct `authscope key` {
  private let scratch: Scratch
  private let pair: KeyPair

  init() throws {
    scratch = try Scratch()
    pair = try KeyPair(.elliptic(.p256, scalar: Array(1...32)))
  }

  @Test func `converts a key through every form and back`() throws {
    let pem = try scratch.file("key.pem", pair.pem)
    for form in ["jwk", "jwks", "pem", "der", "traditional"] {
      let path = scratch.url.appending(path: "key.\(form)").path
      let made = try Program.run("key", "convert", pem, "--to", form, "-o", path, "--force")
      #expect(made.status == 0, "\(made.error)")
      let back = try Program.run("key", "convert", path, "--to", "pem")
      #expect(back.output == pair.pem)
      let part = try Program.run("key", "public", path, "--to", "pem")
      #expect(part.output == pair.publicKey.pem)
    }
    let piped = try Program.run("key", "convert", "--to", "pem", input: Data(pair.pkcs8))
    #expect(piped.output == pair.pem)
  }

  @Test func `tells what a form cannot carry`() throws {
    let jwk = try Program.run("key", "generate", "P-256", "--kid", "a")
    let result = try Program.run(
      "key", "convert", "--to", "pem", input: Data(jwk.output.utf8))
    #expect(result.error.contains("note: pem has no place for kid, use and alg"))
    let set = try scratch.file("set.jwks", #"{"keys":[\#(jwk.output),{"kty":"oct","k":"AA"}]}"#)
    let two = try Program.run("key", "convert", set, "--to", "jwk")
    #expect(two.status == 2)
    #expect(two.error.contains("jwk holds one key, and there are 2; write jwks, or choose one"))
    let one = try Program.run("key", "convert", set, "--to", "pem", "--only", "a")
    #expect(one.output.hasPrefix("-----BEGIN PRIVATE KEY-----"))
    let none = try Program.run("key", "convert", set, "--only", "aa")
    #expect(none.status == 15)
    #expect(none.error.contains("No key has the kid aa"))
  }

  @Test func `gives the public part and no more`() throws {
    let jwk = try JWK(pair, id: "one").json(revealingPrivate: true).text()
    let set = try scratch.file("set.jwks", #"{"keys":[\#(jwk),{"kty":"oct","k":"AA"}]}"#)
    let result = try Program.run("key", "public", set)
    #expect(result.status == 0)
    #expect(!result.output.contains("\"d\""))
    #expect(!result.output.contains("\"k\""))
    #expect(result.error.contains("is a secret, which has no public part; left out"))
    let secret = try Program.run(
      "key", "public", input: Data(#"{"kty":"oct","k":"AA"}"#.utf8))
    #expect(secret.status == 15)
    #expect(secret.output == "")
  }

  @Test func `thumbprint is that of RFC 7638, whatever the form`() throws {
    let key = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
    let print = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
    #expect(
      try Program.run("key", "thumbprint", input: Data(key.utf8)).output == print + "\n")
    #expect(
      try Program.run("key", "thumbprint", "--uri", input: Data(key.utf8)).output
        == "urn:ietf:params:oauth:jwk-thumbprint:sha-256:\(print)\n")
    let json = try Program.run("key", "thumbprint", "--json", input: Data(key.utf8))
    let row = try #require(try JSONValue.parse(json.output).array?.first)
    #expect(row["thumbprint"]?.string == print)
    #expect(row["kind"]?.string == "Ed25519")
    let pem = try Program.run("key", "thumbprint", input: Data(pair.pem.utf8))
    let part = try Program.run("key", "thumbprint", input: Data(pair.publicKey.pem.utf8))
    #expect(pem.output == part.output)
    let long = try Program.run(
      "key", "thumbprint", "--hash", "sha512", input: Data(key.utf8))
    #expect(long.output.utf8.count == 87)
    let secret = try Program.run(
      "key", "thumbprint", input: Data(#"{"kty":"oct","k":"AA"}"#.utf8))
    #expect(secret.error.contains("lets others test their guesses"))
  }

  @Test func `reads an encrypted key by a passphrase from a file or the environment`() throws {
    let plain = try scratch.file("plain.pem", pair.pem)
    let sealed = scratch.url.appending(path: "sealed.pem").path
    let openssl = Process()
    openssl.executableURL = URL(filePath: "/usr/bin/env")
    openssl.arguments = [
      "openssl", "pkey", "-in", plain, "-aes256", "-passout", "pass:hunter2", "-out", sealed,
    ]
    try openssl.run()
    openssl.waitUntilExit()
    guard openssl.terminationStatus == 0 else {
      print("skipped: the openssl program is not here to encrypt a key")
      return
    }
    let without = try Program.run("key", "public", sealed)
    #expect(without.status == 2)
    #expect(without.error.contains("give its passphrase, or decrypt it first: openssl pkey"))
    let word = try scratch.file("word", "hunter2\n")
    let byFile = try Program.run(
      "key", "public", sealed, "--passphrase-file", word, "--to", "pem")
    #expect(byFile.output == pair.publicKey.pem)
    let byName = try Program.run(
      "key", "public", sealed, "--passphrase-env", "WORD", "--to", "pem",
      environment: ["WORD": "hunter2"])
    #expect(byName.output == pair.publicKey.pem)
    let wrong = try Program.run(
      "key", "public", sealed, "--passphrase-env", "WORD", environment: ["WORD": "x"])
    #expect(wrong.status == 2)
    #expect(wrong.error.contains("the passphrase does not open the private key"))
  }
}
