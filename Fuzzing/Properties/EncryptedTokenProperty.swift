import Cryptography
import Tokens
import Wire

extension FuzzProperty {
  /// Only what was encrypted to the reader's keys opens, to the content that was put in, within the
  /// bounds that were set; what is read is written and read again as the same.
  static let encryptedToken = FuzzProperty(
    name: "jwe",
    seeds: { try EncryptedSeeds.messages().map { Array($0.utf8) } + EncryptedSeeds.malformed },
    check: { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      var messages: [EncryptedMessage] = []
      switch Result(catching: { () throws(EncryptedMessageError) in try EncryptedMessage(text) }) {
      case .success(let message):
        try require(message.compact == text, "another text when written again")
        messages.append(message)
      case .failure(let error):
        try require((0...text.utf8.count).contains(error.offset), "an error outside of the text")
      }
      if let json = try? JSONValue.parse(bytes), let message = try? EncryptedMessage(json) {
        let again = try EncryptedMessage(.object(message.json))
        try require(again == message, "another message when written again")
        messages.append(message)
      }
      for message in messages {
        for decryptor in EncryptedSeeds.decryptors { try opens(message, decryptor) }
      }
    })

  private static func opens(
    _ message: EncryptedMessage, _ decryptor: TokenDecryptor
  ) throws(Violation) {
    let verdict = decryptor.decrypt(message)
    try require(
      verdict.ledger.map(\.check.id) == TokenDecryptor.rows.map(\.id), "other rows than promised")
    guard let content = verdict.decrypted?.plaintext else { return }
    try require(EncryptedSeeds.contents.contains(content), "a content that nobody encrypted")
  }
}

private enum EncryptedSeeds {
  static let claims = Array(FuzzKeys.claims.text().utf8)
  static let zeros = [UInt8](repeating: 0, count: 2000)
  static let contents: Set<[UInt8]> = [claims, zeros]

  private static let ways: [(KeyManagementAlgorithm, ContentEncryption, JWK)] = [
    (.direct, .a256gcm, FuzzKeys.small32), (.direct, .a128cbcHS256, FuzzKeys.small32),
    (.a128kw, .a128gcm, FuzzKeys.small16), (.a256gcmkw, .a256cbcHS512, FuzzKeys.small32),
    (.pbes2HS256A128KW, .a128gcm, FuzzKeys.password), (.rsaOAEP256, .a256gcm, FuzzKeys.rsa),
    (.ecdhES, .a128gcm, FuzzKeys.elliptic), (.ecdhESA128KW, .a192gcm, FuzzKeys.agreement),
  ]

  static let decryptors: [TokenDecryptor] = [
    [FuzzKeys.small16, FuzzKeys.small32, FuzzKeys.password],
    [FuzzKeys.rsa, FuzzKeys.elliptic, FuzzKeys.agreement],
  ].map { keys in
    var policy = DecryptionPolicy(KeyManagementAlgorithm.allCases, keys: JWKSet(keys))
    policy.largestIterationCount = 1000
    policy.largestInflatedSize = 4096
    return TokenDecryptor(policy)
  }

  static func messages() throws -> [String] {
    var messages: [String] = []
    for (algorithm, encryption, key) in ways {
      var randomness = CountedRandomness()
      var encryptor = try TokenEncryptor(algorithm, encryption, key)
      encryptor.iterations = 1000
      messages.append(try encryptor.encrypt(claims, using: &randomness))
      encryptor.compresses = true
      messages.append(try encryptor.encrypt(zeros, using: &randomness))
      for form in [EncryptedMessage.Form.flattened, .general] {
        let message = try encryptor.message(
          claims, form: form, protected: [:], unprotected: ["kid": .string(key.id ?? "")],
          authenticating: [1, 2, 3], using: &randomness)
        messages.append(message.json.text())
      }
    }
    return messages + [try bomb()]
  }

  /// Grows to more than the reader allows.
  private static func bomb() throws -> String {
    var randomness = CountedRandomness()
    var encryptor = try TokenEncryptor(.direct, .a256gcm, FuzzKeys.small32)
    encryptor.compresses = true
    return try encryptor.encrypt([UInt8](repeating: 0, count: 1 << 16), using: &randomness)
  }

  static var malformed: [[UInt8]] {
    FuzzProperty.text(
      "....", "e30....", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0....",
      "eyJhbGciOiJQQkVTMi1IUzI1NitBMTI4S1ciLCJlbmMiOiJBMTI4R0NNIiwicDJjIjo5OTk5OTk5OTl9....",
      #"{"ciphertext":"AA"}"#, #"{"recipients":[],"ciphertext":"AA"}"#)
  }
}
