/// Secrets that people type: what a word list begins with.
enum WeakSecrets {
  static let words = [
    "secret", "password", "123456", "changeme", "admin", "your-256-bit-secret", "jwt_secret",
    "mysecret", "secretkey", "supersecret", "letmein", "qwerty", "test", "default", "token",
    "jwtsecret", "private", "s3cr3t", "password1", "iloveyou", "welcome", "monkey", "dragon",
    "football", "sunshine", "princess", "shadow", "master", "hello123", "whatever", "trustno1",
    "your_jwt_secret", "my_super_secret_key", "secret123", "development", "production", "abc123",
    "node-express", "keyboard cat", "correct horse battery staple",
  ]

  /// The word that a careless operator chose.
  static func word(_ seed: [UInt8]) -> String { words[Int(seed[0]) % words.count] }
}
