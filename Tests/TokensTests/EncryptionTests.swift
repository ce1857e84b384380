import Cryptography
import Ledger
import Testing
import Wire

@testable import Tokens

/// Bytes that are the same in every run.
struct CountingRandomness: Randomness {
  private var counter: UInt64 = 0

  mutating func bytes(_ count: Int) -> [UInt8] {
    counter += 1
    var output: [UInt8] = []
    while output.count < count {
      output += Digest.sha256.hash(Array("\(counter)/\(output.count)".utf8))
    }
    return Array(output.prefix(count))
  }
}

struct EncryptionTests {
  private func key(
    _ algorithm: KeyManagementAlgorithm, _ encryption: ContentEncryption
  ) -> [JWK] {
    switch algorithm.method {
    case .rsaPKCS1, .rsaOAEP: [Keys.rsa]
    case .wrap(let size), .wrapGCM(let size):
      [JWK(secret: Array(repeating: 7, count: size.byteCount), id: "wrap")]
    case .direct: [JWK(secret: Array(repeating: 8, count: encryption.keyByteCount), id: "dir")]
    case .password: [JWK(secret: "correct horse", id: "password")]
    case .agreement:
      [.elliptic(.p256), .elliptic(.p384), .elliptic(.p521), .octet(.x25519), .octet(.x448)]
        .map { Keys.generated($0, "peer") }
    }
  }

  @Test(arguments: KeyManagementAlgorithm.current)
  func `every algorithm opens what it closed, with every content encryption`(
    algorithm: KeyManagementAlgorithm
  ) throws {
    for encryption in ContentEncryption.allCases {
      for key in key(algorithm, encryption) {
        var encryptor = try TokenEncryptor(algorithm, encryption, key.publicPart ?? key)
        encryptor.iterations = 1000
        encryptor.compresses = encryption == .a256gcm
        var randomness = CountingRandomness()
        let text = try encryptor.encrypt(Array("hello".utf8), using: &randomness)
        let reader = TokenDecryptor(DecryptionPolicy([algorithm], keys: JWKSet([key])))
        let verdict = reader.decrypt(text)
        #expect(verdict.decrypted?.plaintext == Array("hello".utf8), "\(algorithm) \(encryption)")
        #expect(verdict.ledger.map(\.check) == TokenDecryptor.rows)
        var again = CountingRandomness()
        #expect(try encryptor.encrypt(Array("hello".utf8), using: &again) == text)
      }
    }
  }

  private func encrypted(_ plaintext: [UInt8], compresses: Bool = false) throws -> String {
    var encryptor = try TokenEncryptor(
      .a128kw, .a128gcm, JWK(secret: Array(repeating: 1, count: 16)))
    encryptor.compresses = compresses
    var randomness = CountingRandomness()
    return try encryptor.encrypt(plaintext, using: &randomness)
  }

  private func decryptor(
    _ change: (inout DecryptionPolicy) -> Void = { _ in }
  ) -> TokenDecryptor {
    var policy = DecryptionPolicy(
      [.a128kw], keys: JWKSet([JWK(secret: Array(repeating: 1, count: 16))]))
    change(&policy)
    return TokenDecryptor(policy)
  }

  @Test func `a byte changed anywhere opens nothing`() throws {
    let text = try encrypted(Array("hello".utf8))
    for index in text.utf8.indices where text.utf8[index] != UInt8(ascii: ".") {
      var bytes = Array(text.utf8)
      let offset = text.utf8.distance(from: text.utf8.startIndex, to: index)
      bytes[offset] = bytes[offset] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      let verdict = decryptor().decrypt(String(decoding: bytes, as: UTF8.self))
      #expect(verdict.decrypted == nil, "byte \(offset)")
    }
  }

  @Test func `a zip bomb is refused by name, and costs what is allowed`() throws {
    let bomb = try encrypted([UInt8](repeating: 0, count: 8 << 20), compresses: true)
    #expect(bomb.utf8.count < 20_000)
    let refused = decryptor().decrypt(bomb)
    #expect(refused.refusal?.row.check.id == "inflated-size")
    #expect(refused.refusal?.kind == .policy)
    let waived = decryptor { $0.waived = ["inflated-size": .defence("bounds")] }.decrypt(bomb)
    #expect(waived.decrypted?.plaintext.count == 8 << 20)
    #expect(
      waived.ledger.last?.outcome
        == .off(
          .defence("bounds"), .fails(expected: "262144 bytes at most", actual: "more")))
  }

  @Test func `the bound of inflation is exact`() throws {
    let text = try encrypted([UInt8](repeating: 65, count: 1000), compresses: true)
    #expect(decryptor { $0.largestInflatedSize = 1000 }.decrypt(text).decrypted != nil)
    #expect(decryptor { $0.largestInflatedSize = 999 }.decrypt(text).decrypted == nil)
  }

  @Test func `a p2c bomb is refused before any work is done`() throws {
    let key = JWK(secret: "correct horse")
    var encryptor = try TokenEncryptor(.pbes2HS256A128KW, .a128gcm, key)
    encryptor.iterations = 1000
    var randomness = CountingRandomness()
    let text = try encryptor.encrypt(Array("hello".utf8), using: &randomness)
    var policy = DecryptionPolicy([.pbes2HS256A128KW], keys: JWKSet([key]))
    policy.largestIterationCount = 999
    let verdict = TokenDecryptor(policy).decrypt(text)
    #expect(verdict.refusal?.row.check.id == "work-factor")
    #expect(
      verdict.refusal?.row.outcome == .fail(expected: "p2c of 999 at most", actual: "p2c 1000"))
    policy.largestIterationCount = 1000
    #expect(TokenDecryptor(policy).decrypt(text).decrypted != nil)
  }

  @Test func `RSA1_5 is never written, and read only on demand`() throws {
    #expect(throws: TokenEncryptionError.readOnly("RSA1_5")) {
      try TokenEncryptor(.rsa1_5, .a128gcm, Keys.rsa)
    }
    #expect(!KeyManagementAlgorithm.current.contains(.rsa1_5))
  }

  @Test func `a wrong RSA1_5 padding gives another key, the same every time`() throws {
    let pair = try #require(Keys.rsa.privateKeyPair)
    let noise = [UInt8](repeating: 3, count: 256)
    let first = try pair.decryptPKCS1(noise, byteCount: 16)
    #expect(try pair.decryptPKCS1(noise, byteCount: 16) == first)
    #expect(first.count == 16)
    #expect(try pair.decryptPKCS1(noise, byteCount: 32).prefix(16) == first[...])
  }

  @Test func `each malformed token is refused by its part`() {
    for (text, row) in [
      ("", "token-shape"), ("a.b.c", "token-shape"), ("e30.!.a.b.c", "token-encoding"),
      ("bm8....", "token-json"), ("W10....", "token-json"), ("e30....", "algorithm-allowed"),
      ("eyJhbGciOiJBMTI4S1ciLCJjcml0IjpbImEiXX0....", "critical-header"),
      ("eyJhbGciOiJYIn0....", "algorithm-allowed"),
      ("eyJhbGciOiJBMTI4S1ciLCJlbmMiOiJYIn0....", "encryption-allowed"),
      ("eyJhbGciOiJBMTI4S1ciLCJhbGciOiJ4In0....", "unique-members"),
    ] {
      #expect(decryptor().decrypt(text).refusal?.row.check.id.text == row, "\(text)")
    }
  }

  @Test func `a key for signatures opens nothing`() throws {
    let text = try encrypted(Array("hello".utf8))
    var key = JWK(secret: Array(repeating: 1, count: 16))
    key.use = "sig"
    let verdict = decryptor { $0.keys = JWKSet([key]) }.decrypt(text)
    #expect(verdict.refusal?.row.check.id == "key-fits")
    #expect(verdict.refusal?.kind == .noKey)
  }
}
