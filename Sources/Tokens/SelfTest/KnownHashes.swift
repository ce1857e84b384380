import Cryptography

/// Hashes, HMAC and password hashing.
enum KnownHashes {
  private static let abc = Array("abc".utf8)
  private static let question = Array("what do ya want for nothing?".utf8)

  static let all = [
    KnownAnswer("SHA-1", "FIPS 180-4") {
      Hex.text(Digest.sha1.hash(abc)) == "a9993e364706816aba3e25717850c26c9cd0d89d"
    },
    KnownAnswer("SHA-256", "FIPS 180-4") {
      Hex.text(Digest.sha256.hash(abc))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    },
    KnownAnswer("SHA-384", "FIPS 180-4") {
      Hex.text(Digest.sha384.hash(abc).prefix(24))
        == "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded163"
    },
    KnownAnswer("SHA-512", "FIPS 180-4") {
      Hex.text(Digest.sha512.hash(abc).prefix(32))
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
    },
    KnownAnswer("HMAC-SHA-256", "RFC 4231 4.3") {
      Hex.text(SecretKey("Jefe").authenticate(question, with: .sha256))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    },
    KnownAnswer("HMAC-SHA-512", "RFC 4231 4.3") {
      Hex.text(SecretKey("Jefe").authenticate(question, with: .sha512).prefix(32))
        == "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
    },
    KnownAnswer("scrypt", "RFC 7914 12", needs: [.scrypt]) {
      let key = try PasswordHash.scrypt(
        [UInt8](), salt: [UInt8](), cost: ScryptCost(n: 16, r: 1, p: 1))
      return Hex.text(key) == "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
    },
    KnownAnswer("PBKDF2", "RFC 7914 11", needs: [.pbkdf2]) {
      let key = try PasswordHash.pbkdf2(
        Array("passwd".utf8), salt: Array("salt".utf8), iterations: 1, digest: .sha256,
        byteCount: 32)
      return Hex.text(key) == "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
    },
  ]
}
