import Testing

@testable import Cryptography

struct SignatureTests {
  @Test(arguments: [
    (
      OctetCurve.ed25519, "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    ),
    (
      .ed448,
      "c4eab05d357007c632f3dbb48489924d552b08fe0c353a0d4a1f00acda2c463a"
        + "fbea67c5e8d2877c5e3bc397a659949ef8021e954e0a12274e", "03",
      "26b8f91727bd62897af15e41eb43c377efb9c610d48f2335cb0bd0087810f435"
        + "2541b143c4b981b7e18f62de8ccdf633fc1bf037ab7cd779805e0dbcc0aae1cb"
        + "cee1afb2e027df36bc04dcecbf154336c19f0af7e0a6472905e799f1953d2a0f"
        + "f3348ab21aa4adafd1d234441cf807c03a00"
    ),
  ])
  func `Edwards signatures are those of RFC 8032`(
    curve: OctetCurve, secret: String, message: String, expected: String
  ) throws {
    let key = try KeyPair(.octet(curve, bytes(hex: secret)))
    let signature = try key.signEdwards(bytes(hex: message))
    #expect(hex(signature) == expected)
    for _ in 0..<2 {
      #expect(key.publicKey.verifies(signature, of: bytes(hex: message), by: .eddsa))
      #expect(!key.publicKey.verifies(signature, of: bytes(hex: message + "00"), by: .eddsa))
      #expect(!key.publicKey.verifies(signature.dropLast(), of: bytes(hex: message), by: .eddsa))
    }
  }

  @Test func `RSA signs alike every time, and verifies by libcrypto's own rules`() throws {
    let key = try KeyPair.generateFromSystem(.rsa(bits: 2048))
    let message = Array("message".utf8)
    for digest in [Digest.sha256, .sha384, .sha512] {
      for scheme in [SignatureScheme.rsaPKCS1(digest), .rsaPSS(digest)] {
        let signature = try key.sign(message, by: scheme)
        #expect(try key.sign(message, by: scheme) == signature)
        #expect(signature.count == 256)
        #expect(key.publicKey.verifies(signature, of: message, by: scheme))
        #expect(!key.publicKey.verifies(signature, of: message + [0], by: scheme))
        var broken = signature
        broken[100] ^= 1
        #expect(!key.publicKey.verifies(broken, of: message, by: scheme))
        let other: SignatureScheme =
          scheme == .rsaPSS(digest) ? .rsaPKCS1(digest) : .rsaPSS(digest)
        #expect(!key.publicKey.verifies(signature, of: message, by: other))
      }
    }
  }

  @Test func `a modulus of any bit length signs by PSS`() throws {
    for bits in [1024, 1025, 1026, 1031, 1032] {
      let key = try KeyPair.generateFromSystem(.rsa(bits: bits))
      let message = Array("message".utf8)
      let signature = try key.signPSS(message, with: .sha256, salt: Array(0..<32))
      #expect(key.publicKey.verifies(signature, of: message, by: .rsaPSS(.sha256)), "\(bits)")
    }
  }

  @Test func `JOSE takes no salt of another length than the hash`() throws {
    let key = try KeyPair.generateFromSystem(.rsa(bits: 2048))
    let message = Array("message".utf8)
    for count in [0, 20, 31, 33] {
      let salt = [UInt8](repeating: 7, count: count)
      let signature = try key.signPSS(message, with: .sha256, salt: salt)
      #expect(!key.publicKey.verifies(signature, of: message, by: .rsaPSS(.sha256)))
    }
    #expect(throws: CryptographyError.self) {
      try key.signPSS(message, with: .sha512, salt: [UInt8](repeating: 0, count: 200))
    }
  }

  @Test func `a key of another kind neither signs nor verifies`() throws {
    let elliptic = try KeyPair.generateFromSystem(.elliptic(.p256))
    let montgomery = try KeyPair.generateFromSystem(.octet(.x25519))
    let message = Array("message".utf8)
    #expect(throws: CryptographyError.wrongKind(expected: "an RSA key", actual: "P-256")) {
      try elliptic.sign(message, by: .rsaPSS(.sha256))
    }
    #expect(throws: CryptographyError.wrongKind(expected: "an Edwards curve key", actual: "X25519"))
    { try montgomery.sign(message, by: .eddsa) }
    #expect(!montgomery.publicKey.verifies([0], of: message, by: .eddsa))
    #expect(!elliptic.publicKey.verifies([0], of: message, by: .rsaPKCS1(.sha256)))
  }
}
