import Cryptography
import Testing

@testable import Tokens

@Suite struct `The writer of keys` {
  @Test(arguments: [KeyForm.jwk, .jwks, .pem, .der])
  func `writes what the reader reads`(form: KeyForm) throws {
    for key in [Keys.rsa, Keys.elliptic, Keys.edwards] {
      let pair = try KeyReader().read(KeyWriter(form).write([key]))
      #expect(pair.keys.first?.privateKeyPair != nil)
      #expect(pair.keys.first?.publicKey == key.publicKey)
      let publicPart = try #require(key.publicPart)
      let half = try KeyReader().read(KeyWriter(form).write([publicPart]))
      #expect(half.keys.first?.privateKeyPair == nil)
      #expect(half.keys.first?.publicKey == key.publicKey)
    }
  }

  @Test func `writes the older forms where a kind has them`() throws {
    let writer = KeyWriter(.traditional)
    let rsaPublic = try #require(Keys.rsa.publicPart)
    for (key, label) in [
      (Keys.rsa, "RSA PRIVATE KEY"), (Keys.elliptic, "EC PRIVATE KEY"),
      (rsaPublic, "RSA PUBLIC KEY"),
    ] {
      let text = String(decoding: try writer.write([key]), as: UTF8.self)
      #expect(text.hasPrefix("-----BEGIN \(label)-----\n"))
    }
    let edwards = CryptographyError.wrongKind(
      expected: "an RSA or elliptic curve key", actual: "Ed25519")
    #expect(throws: KeyWritingError.noSuchForm(edwards)) { try writer.write([Keys.edwards]) }
  }

  @Test func `refuses what a form cannot hold`() throws {
    for form in [KeyForm.pem, .der, .traditional] {
      #expect(throws: KeyWritingError.secret(form)) { try KeyWriter(form).write([Keys.secret]) }
    }
    for form in [KeyForm.jwk, .der] {
      #expect(throws: KeyWritingError.notOne(form, count: 2)) {
        try KeyWriter(form).write([Keys.rsa, Keys.elliptic])
      }
    }
    let set = try KeyReader().read(KeyWriter(.jwks).write([Keys.secret, Keys.rsa]))
    #expect(set.keys.map(\.id) == ["hs", "rsa"])
    #expect(set.keys[0].secret?.bytes == Keys.secret.secret?.bytes)
  }
}

@Suite struct `A recipe for a key` {
  @Test func `makes the kind that each algorithm works with`() throws {
    for algorithm in SignatureAlgorithm.allCases {
      let key = try KeyRecipe(algorithm: algorithm.name).made()
      #expect(algorithm.misfit(of: key) == nil, "\(algorithm)")
      #expect(algorithm.weakness(of: key) == nil, "\(algorithm)")
    }
    for algorithm in KeyManagementAlgorithm.allCases where algorithm != .direct {
      let key = try KeyRecipe(algorithm: algorithm.name).made()
      #expect(algorithm.misfit(of: key, .a128gcm) == nil, "\(algorithm)")
    }
    for encryption in ContentEncryption.allCases {
      let key = try KeyRecipe(algorithm: encryption.name).made()
      #expect(KeyManagementAlgorithm.direct.misfit(of: key, encryption) == nil, "\(encryption)")
    }
  }

  @Test func `makes every kind by its name, in any case`() throws {
    for name in KeyRecipe.kindNames {
      let key = try KeyRecipe(kind: name.lowercased()).made()
      #expect(key.type == name || key.kindName == name)
    }
    #expect(try KeyRecipe(kind: "oct", bits: 384) == .secret(byteCount: 48))
    #expect(try KeyRecipe(kind: "rsa", bits: 3072) == .pair(.rsa(bits: 3072)))
    #expect(try KeyRecipe(algorithm: "HS256", bits: 64) == .secret(byteCount: 8))
  }

  @Test func `that makes no sense is refused`() {
    let cases: [(String, Int?, KeyRecipeError)] = [
      ("P-257", nil, .unknownKind("P-257")), ("RSA", 512, .lengthOutOfRange("RSA", 1024...16384)),
      ("oct", 0, .lengthOutOfRange("a secret", 8...65536)), ("oct", 255, .partialByte(255)),
      ("P-256", 384, .fixedLength("P-256", bits: 384)),
      ("Ed448", 448, .fixedLength("Ed448", bits: 448)),
    ]
    for (kind, bits, error) in cases {
      #expect(throws: error) { try KeyRecipe(kind: kind, bits: bits) }
      #expect(!error.description.isEmpty)
    }
    #expect(throws: KeyRecipeError.unknownAlgorithm("none")) { try KeyRecipe(algorithm: "none") }
    #expect(throws: KeyRecipeError.directNeedsEncryption) { try KeyRecipe(algorithm: "dir") }
    #expect(throws: KeyRecipeError.fixedLength("A128KW", bits: 256)) {
      try KeyRecipe(algorithm: "A128KW", bits: 256)
    }
  }
}

extension KeyRecipe {
  fileprivate func made() throws -> JWK {
    switch self {
    case .pair(let template): JWK(try KeyPair.generateFromSystem(template))
    case .secret(let count): JWK(secret: SystemRandomness().bytes(count))
    }
  }
}
