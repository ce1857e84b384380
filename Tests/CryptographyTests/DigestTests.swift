import Testing

@testable import Cryptography

struct DigestTests {
  @Test(arguments: [
    (Digest.sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      .sha384,
      "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded163"
        + "1a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
    ),
    (
      .sha512,
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    ),
  ])
  func `hashes of abc are those of FIPS 180-4`(digest: Digest, expected: String) {
    #expect(hex(digest.hash(Array("abc".utf8))) == expected)
  }

  @Test func `a slice hashes as its own array, and nothing hashes too`() {
    let whole = Array("xabcx".utf8)
    #expect(Digest.sha256.hash(whole[1..<4]) == Digest.sha256.hash(Array("abc".utf8)))
    #expect(hex(Digest.sha256.hash([UInt8]())).hasPrefix("e3b0c44298fc1c14"))
  }

  @Test func `HMAC is that of RFC 4231, at every use of a kept key`() {
    let key = SecretKey("Jefe")
    let message = Array("what do ya want for nothing?".utf8)
    for _ in 0..<3 {
      #expect(
        hex(key.authenticate(message, with: .sha256))
          == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
      #expect(
        hex(key.authenticate(message, with: .sha512))
          == "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
          + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737")
    }
  }

  @Test func `a kept key and a key used once authenticate alike, at every length`() {
    for count in [0, 1, 63, 64, 65, 127, 128, 129, 300] {
      let key = [UInt8](repeating: 0xaa, count: count)
      let message = Array("message".utf8)
      for digest in Digest.allCases {
        let kept = SecretKey(key).authenticate(message, with: digest)
        #expect(kept == HMAC.once(key: key, message, digest), "\(count) bytes, \(digest)")
      }
    }
  }

  @Test func `a tag verifies whole only`() {
    let key = SecretKey("secret")
    let message = Array("message".utf8)
    let tag = key.authenticate(message, with: .sha256)
    #expect(key.verifies(tag, of: message, with: .sha256))
    #expect(!key.verifies(tag.dropLast(), of: message, with: .sha256))
    #expect(!key.verifies([UInt8](), of: message, with: .sha256))
    #expect(!key.verifies(tag, of: message + [0], with: .sha256))
    #expect(!"\(key)".contains("secret of secret"))
  }

  @Test func `scrypt is that of RFC 7914`() throws {
    let key = try PasswordHash.scrypt(
      [UInt8](), salt: [UInt8](), cost: ScryptCost(n: 16, r: 1, p: 1), byteCount: 64)
    #expect(
      hex(key) == "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
        + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906")
    let second = try PasswordHash.scrypt(
      Array("password".utf8), salt: Array("NaCl".utf8), cost: ScryptCost(n: 1024, r: 8, p: 16),
      byteCount: 64)
    #expect(hex(second).hasPrefix("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830"))
  }

  @Test func `a scrypt cost that is no power of two, or asks for gigabytes, is refused`() {
    for cost in [ScryptCost(n: 15), ScryptCost(n: 1 << 24), ScryptCost(n: 0)] {
      #expect(throws: CryptographyError.self) {
        try PasswordHash.scrypt(Array("p".utf8), salt: Array("s".utf8), cost: cost)
      }
    }
  }

  @Test func `PBKDF2 is that of RFC 7914 section 11`() throws {
    let key = try PasswordHash.pbkdf2(
      Array("passwd".utf8), salt: Array("salt".utf8), iterations: 1, digest: .sha256,
      byteCount: 64)
    #expect(
      hex(key) == "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
        + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783")
  }

  @Test func `bytes are wiped where they lie`() {
    var bytes = [UInt8](1...64)
    let place = bytes.withUnsafeBytes { $0.baseAddress }
    bytes.wipe()
    #expect(bytes == [UInt8](repeating: 0, count: 64))
    #expect(bytes.withUnsafeBytes { $0.baseAddress } == place)
  }

  @Test func `a secret's own bytes are wiped, those of others are not`() {
    var bytes = [UInt8](1...32)
    bytes.reserveCapacity(64)
    var key: SecretKey? = SecretKey(bytes)
    #expect(key?.bytes == bytes)
    key = nil
    #expect(bytes == [UInt8](1...32))
  }

  @Test func `equality in constant time is equality`() {
    #expect(equalInConstantTime([1, 2, 3], [1, 2, 3]))
    #expect(!equalInConstantTime([1, 2, 3], [1, 2, 4]))
    #expect(!equalInConstantTime([1, 2, 3], [1, 2]))
    #expect(equalInConstantTime([UInt8](), [UInt8]()))
  }
}
