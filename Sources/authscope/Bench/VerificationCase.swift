import Cryptography
import Tokens
import Wire

/// A token of one algorithm, the key that verifies it, and what is asked of it.
struct VerificationCase {
  let name: String
  let algorithm: SignatureAlgorithm
  let key: JWK
  let token: String
  let now: Int

  static let issuer = "https://issuer.example.com"
  static let audience = "https://api.example.com"

  init(_ name: String, _ algorithm: SignatureAlgorithm, _ key: JWK, now: Int) throws {
    self.name = name
    self.algorithm = algorithm
    self.key = key
    self.now = now
    token = try TokenSigner(algorithm, key).sign([
      "iss": .string(Self.issuer), "sub": "user-1234567890", "aud": .string(Self.audience),
      "exp": .integer(now + 3600), "nbf": .integer(now - 10), "iat": .integer(now - 10),
      "jti": "0f8fad5b-d9cb-469f-a165-70867728950e", "scope": "read write",
    ])
  }

  static func all(now: Int) throws -> [VerificationCase] {
    let rsa = JWK(try KeyPair.generateFromSystem(.rsa(bits: 2048)), id: "rsa")
    return [
      try VerificationCase("HS256", .hs256, JWK(secret: drawn(32), id: "hmac"), now: now),
      try VerificationCase("RS256", .rs256, rsa, now: now),
      try VerificationCase("PS256", .ps256, rsa, now: now),
      try VerificationCase(
        "ES256", .es256, JWK(try KeyPair.generateFromSystem(.elliptic(.p256)), id: "ec"), now: now),
      // Under its older name, which every peer knows.
      try VerificationCase(
        "Ed25519", .edDSA, JWK(try KeyPair.generateFromSystem(.octet(.ed25519)), id: "ed"),
        now: now),
    ]
  }

  /// Without the private part, as a verifier has it.
  var verifyingKey: JWK { key.publicPart ?? key }

  private static func drawn(_ count: Int) -> [UInt8] {
    let randomness = SystemRandomness()
    return randomness.bytes(count)
  }
}
