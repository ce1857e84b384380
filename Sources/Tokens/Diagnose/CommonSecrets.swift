import Ledger

/// Secrets that people type or copy from a sample: what every word list begins with.
package enum CommonSecrets {
  package static let words = [
    "secret", "password", "123456", "changeme", "admin", "your-256-bit-secret", "jwt_secret",
    "mysecret", "secretkey", "supersecret", "letmein", "qwerty", "test", "default", "token",
    "jwtsecret", "private", "s3cr3t", "password1", "iloveyou", "welcome", "monkey", "dragon",
    "football", "sunshine", "princess", "shadow", "master", "hello123", "whatever", "trustno1",
    "your_jwt_secret", "my_super_secret_key", "secret123", "development", "production", "abc123",
    "node-express", "keyboard cat", "correct horse battery staple",
  ]

  /// Those of the samples that are longer than a hash, so that a verifier takes them.
  private static let samples = [
    "a-string-secret-at-least-256-bits-long", "your-384-bit-secret", "your-512-bit-secret",
    "a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long",
  ]

  /// Whether one of them is the secret of an HMAC-signed token.
  package static func sign(_ text: String) -> Bool {
    guard let token = try? UnverifiedToken(text, as: .anything),
      let algorithm = token.algorithm.flatMap({ SignatureAlgorithm(name: $0) }),
      token.algorithm?.hasPrefix("HS") == true
    else { return false }
    return (words + samples).contains { word in
      let key = JWK(secret: word, id: token.keyID)
      var policy = VerificationPolicy(.pinned([algorithm]), keys: JWKSet([key]))
      policy.payload = .anything
      policy.waived = [TokenCheck.keyStrength.info.id: .caller("any word is tried")]
      if case .fits = TokenVerifier(policy).verify(token, at: 0).signature { return true }
      return false
    }
  }
}
