import Cryptography
import Testing
import Wire

@testable import Tokens

/// A private key as another implementation wrote it: the seed 1, 2, 3, ... under "secret".
private enum Written {
  static let encrypted = """
    -----BEGIN ENCRYPTED PRIVATE KEY-----
    MIGjMF8GCSqGSIb3DQEFDTBSMDEGCSqGSIb3DQEFDDAkBBBHm7T57bJKieA1GCZW
    H+FCAgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQZGCS3dIsdnR5UIWn
    4TKeUgRAijqnNBFs5xq89PdFEZQX1jvtXnV584d4bFnoaZlUSMYcKYPlkpC0bXOo
    hcjB9ZOA7tMUHezK9vUuxGFk+I7gbg==
    -----END ENCRYPTED PRIVATE KEY-----
    """
}

@Suite struct `The reader of keys` {
  private func read(_ text: String, passphrase: String? = nil) throws -> KeyReading {
    try KeyReader(passphrase: passphrase.map { Array($0.utf8) }).read(Array(text.utf8))
  }

  private func error(_ bytes: [UInt8], passphrase: String? = nil) -> KeyReadingError? {
    do throws(KeyReadingError) {
      _ = try KeyReader(passphrase: passphrase.map { Array($0.utf8) }).read(bytes)
      return nil
    } catch {
      return error
    }
  }

  private func error(_ text: String) -> KeyReadingError? { error(Array(text.utf8)) }

  private static let pairs = [Keys.rsa, Keys.elliptic, Keys.edwards]

  @Test func `reads each form of a key as the same key`() throws {
    for key in Self.pairs {
      let pair = try #require(key.privateKeyPair)
      let publicKey = pair.publicKey
      let json = try key.json(revealingPrivate: true).text()
      let set = #"{"keys":[\#(json)]}"#
      var privates: [(KeyReading.Form, [UInt8])] = [
        (.pem, Array(pair.pem.utf8)), (.der, pair.pkcs8), (.jwk, Array(json.utf8)),
        (.jwkSet, Array(set.utf8)), (.bareBase64, Array(Base64.standard(pair.pkcs8).utf8)),
      ]
      if let older = try? pair.traditionalPEM {
        privates.append((.pem, Array(older.utf8)))
        privates.append((.der, try PEM.blocks(in: older)[0].bytes))
      }
      for (form, bytes) in privates {
        let reading = try KeyReader().read(bytes)
        #expect(reading.form == form)
        #expect(reading.keys.count == 1)
        #expect(reading.keys.first?.privateKeyPair != nil)
        #expect(reading.keys.first?.publicKey == publicKey)
      }
      for (form, bytes) in [
        (KeyReading.Form.pem, Array(publicKey.pem.utf8)), (.der, publicKey.spki),
        (.jwk, Array(try key.json().text().utf8)),
      ] {
        let reading = try KeyReader().read(bytes)
        #expect(reading.form == form)
        #expect(reading.keys.first?.privateKeyPair == nil)
        #expect(reading.keys.first?.publicKey == publicKey)
      }
    }
    let pkcs1 = try #require(try Keys.rsa.publicKey?.pkcs1PEM)
    #expect(try read(pkcs1).keys.first?.publicKey == Keys.rsa.publicKey)
  }

  @Test func `keeps the very bytes of a public key, for those who take it for a secret`() throws {
    let pem = try #require(Keys.rsa.publicKey?.pem) + "\n"
    #expect(try read(pem).keys[0].confusedSecret?.bytes == Array(pem.utf8))
    let pair = try #require(Keys.rsa.privateKeyPair)
    #expect(
      try read(pair.pem).keys[0].confusedSecret?.bytes == Array(pair.publicKey.pem.utf8))
  }

  @Test func `reads every block, a private key and its public part as one`() throws {
    let rsa = try #require(Keys.rsa.privateKeyPair)
    let elliptic = try #require(Keys.elliptic.privateKeyPair)
    let parameters = PEM(label: "EC PARAMETERS", bytes: [6, 1, 0]).text
    let text = rsa.publicKey.pem + "# comment\n" + rsa.pem + parameters + elliptic.pem
    let reading = try read(text)
    #expect(reading.keys.map(\.kindName) == ["RSA of 2048 bits", "P-256"])
    #expect(reading.keys.allSatisfy { $0.privateKeyPair != nil })
    #expect(reading.notes.count == 1)
    #expect(reading.notes[0].contains("EC PARAMETERS"))
    #expect(reading.notes[0].hasPrefix("line "))
  }

  @Test func `passes over what it does not know in a set, and says where`() throws {
    let reading = try read("{\"keys\":[\n{\"kty\":\"oct\",\"k\":\"AA\"},\n{\"kty\":\"AKP\"}]}")
    #expect(reading.keys.count == 1)
    #expect(
      reading.notes == [
        "keys[1], line 3 (byte 35): \"kty\" is \"AKP\", which is not supported; passed over"
      ])
    #expect(try read(#"{"keys":[]}"#).keys.isEmpty)
  }

  @Test func `opens an encrypted key by its passphrase alone`() throws {
    let text = Written.encrypted
    #expect(error(text)?.problem == .encrypted)
    #expect(error(Array(text.utf8), passphrase: "wrong")?.problem == .wrongPassphrase)
    let reading = try read(text, passphrase: "secret")
    #expect(reading.keys.first?.publicKey == Keys.edwards.publicKey)
    let der = try PEM.blocks(in: text)[0].bytes
    #expect(error(der)?.problem == .encrypted)
    #expect(error(der, passphrase: "wrong")?.problem == .wrongPassphrase)
    let again = try KeyReader(passphrase: Array("secret".utf8)).read(der)
    #expect(again.keys.first?.publicKey == Keys.edwards.publicKey)
  }

  @Test func `says what is wrong, where, and what to do`() throws {
    let pem = try #require(Keys.elliptic.publicKey?.pem)
    let cut = String(pem.prefix(60))
    let cases: [(String, String)] = [
      ("", "nothing is there; a key belongs here"),
      (" \n", "nothing is there; a key belongs here"),
      ("hunter2", "neither PEM, DER, JWK nor JWK Set; a plain secret is read by a declared"),
      ("\u{0}\u{1}", "neither PEM"),
      ("ssh-ed25519 AAAA me", "an OpenSSH key; convert it first: ssh-keygen"),
      (PEM(label: "OPENSSH PRIVATE KEY", bytes: [1]).text, "line 1 (byte 0): an OpenSSH key"),
      ("x\n" + cut, "line 2 (byte 2): no line -----END PUBLIC KEY----- follows; the text is cut"),
      (pem.replacing("\n", with: "\\n"), "line 1 (byte 26): the line breaks are written as \\n"),
      (pem.replacing("END PUBLIC", with: "END RSA"), "-----END RSA KEY----- closes"),
      (pem.replacing("MF", with: "M*"), "byte 0x2a is no Base64 digit"),
      (PEM(label: "EC PARAMETERS", bytes: [6]).text, "no block of the PEM text holds a key"),
      (PEM(label: "PUBLIC KEY", bytes: [6]).text, "the bytes are not the structure of PUBLIC KEY"),
      (
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nAA==\n"
          + "-----END RSA PRIVATE KEY-----",
        "line 2 (byte 32): the private key is encrypted in OpenSSL's older way; decrypt it"
      ),
      ("{\"kty\":\n}", "not JSON: line 2, column 1 (byte 8): expected a value"),
      ("[]", "an array, where a JWK or {\"keys\": [...]} belongs"),
      (#"{"a":1}"#, "it has neither \"kty\" nor \"keys\""),
      (#"{"jwks_uri":"https://a.test/k"}"#, "they are at its jwks_uri, https://a.test/k"),
      (#"{"keys":{}}"#, "line 1 (byte 1): \"keys\" is an object, where an array belongs"),
      ("{\"kty\":\"oct\",\n\"k\":\"a b\"}", "line 2 (byte 14): \"k\" is not base64url: byte 1"),
      (#"{"kty":"EC","crv":"P-256","x":"AA"}"#, "line 1 (byte 0): \"y\" is missing"),
      (#"{"kty":"oct","k":"AA","k":"AB"}"#, "line 1 (byte 22): \"k\" stands twice"),
      (#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#, "the key is no key: a coordinate of"),
    ]
    for (text, says) in cases {
      let words = try #require(error(text)?.description, "accepted: \(text)")
      #expect(words.contains(says))
    }
    #expect(error([0xff, 0xfe, 0x7b, 0])?.description == "the text is UTF-16; save it as UTF-8")
    #expect(error([0x30, 3, 2, 1, 1])?.problem == .unknownDER)
  }
}

@Suite struct `A secret` {
  private func secret(_ text: String, _ encoding: SecretEncoding) throws -> [UInt8]? {
    try KeyReader.secret(Array(text.utf8), as: encoding).keys.first?.secret?.bytes
  }

  @Test func `is the bytes that its declared encoding says`() throws {
    #expect(try secret("abcd", .text) == Array("abcd".utf8))
    #expect(try secret("abcd", .hex) == [0xab, 0xcd])
    #expect(try secret("abcd", .base64) == [0x69, 0xb7, 0x1d])
    #expect(try secret(" Ab\n cd\n", .hex) == [0xab, 0xcd])
    #expect(try secret("-_-_", .base64url) == [0xfb, 0xff, 0xbf])
    #expect(try secret("+/+/\n", .base64) == [0xfb, 0xff, 0xbf])
    #expect(try secret("AA==", .base64url) == [0])
    #expect(try secret("AA", .base64) == [0])
  }

  @Test func `loses the editor's line break as text, and nothing as bytes`() throws {
    #expect(try secret("a\n", .text) == Array("a".utf8))
    #expect(try secret("a\r\n", .text) == Array("a".utf8))
    #expect(try secret("a\n\n", .text) == Array("a\n".utf8))
    #expect(try secret(" a ", .text) == Array(" a ".utf8))
    #expect(try secret("a\n", .bytes) == Array("a\n".utf8))
    #expect(try KeyReader.secret(Array("a\n".utf8), as: .text).notes.count == 1)
    #expect(try KeyReader.secret(Array("a".utf8), as: .text).notes.isEmpty)
  }

  @Test func `in another writing than declared is refused where it departs`() {
    let cases: [(String, SecretEncoding, String)] = [
      ("", .bytes, "nothing is there"), ("\n", .text, "nothing is there"),
      (" ", .hex, "nothing is there"), ("", .base64, "nothing is there"),
      ("abc", .hex, "3 hex digits, where each byte has two"),
      ("ab\nxy", .hex, "line 2 (byte 3): \"x\" is no hex digit"),
      ("ab-d", .base64, "line 1 (byte 2): \"-\" belongs to base64url"),
      ("ab/d", .base64url, "line 1 (byte 2): \"/\" belongs to base64"),
      ("ab!d", .base64, "not Base64: byte 2: \"!\" is not a Base64 digit"),
      ("abcde", .base64url, "5 digits is no possible length"),
    ]
    for (text, encoding, says) in cases {
      #expect {
        try KeyReader.secret(Array(text.utf8), as: encoding)
      } throws: {
        ($0 as? KeyReadingError)?.description.contains(says) ?? false
      }
    }
  }
}
