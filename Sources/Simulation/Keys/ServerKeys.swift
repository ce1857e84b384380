import Cryptography
import Synchronization
import Tokens
import Wire

/// The signing keys of simulated servers: a function of server and algorithm, made once.
enum ServerKeys {
  private struct Name: Hashable {
    let server: String
    let algorithm: String
    /// From 1; the next one with each rotation.
    let number: Int
    let isWeak: Bool
  }

  private static let known = Mutex<[Name: JWK]>([:])

  /// The algorithms that a simulated server can sign with.
  static let algorithms: [SignatureAlgorithm] = [.hs256, .rs256, .es256, .ed25519]

  static func key(
    of server: String, _ algorithm: SignatureAlgorithm, number: Int = 1, isWeak: Bool = false
  ) -> JWK {
    let name = Name(server: server, algorithm: algorithm.name, number: number, isWeak: isWeak)
    if let key = known.withLock({ $0[name] }) { return key }
    let key = make(name, algorithm)
    known.withLock { $0[name] = key }
    return key
  }

  /// How simulated servers encrypt contents.
  static let contentEncryption = ContentEncryption.a256gcm
  /// The rounds by which they make a password into a key: few, so that a run is quick.
  static let rounds = 1000

  /// The key that tokens for a server are encrypted to: a pair of its own, or a password.
  static func encryptionKey(of server: String, _ encryption: TokenEncryption) -> JWK {
    let name = Name(server: server, algorithm: encryption.rawValue, number: 1, isWeak: false)
    if let key = known.withLock({ $0[name] }) { return key }
    let seed = Digest.sha256.hash(Array("authscope encryption \(server)".utf8))
    var key: JWK
    if encryption == .publicKey, let pair = try? KeyPair(.elliptic(.p256, scalar: seed)) {
      key = JWK(pair, id: "\(server)-enc-1")
    } else {
      key = JWK(secret: Base64.url(seed.prefix(24)), id: "\(server)-password-1")
    }
    key.use = "enc"
    let made = key
    known.withLock { $0[name] = made }
    return made
  }

  private static func make(_ name: Name, _ algorithm: SignatureAlgorithm) -> JWK {
    let id = "\(name.server)-\(ASCII.lowercased(name.algorithm))-\(name.number)"
    let ordinal = name.number == 1 ? "" : " \(name.number)"
    let text = "authscope key \(name.server) \(name.algorithm)\(ordinal)"
    let seed = Digest.sha256.hash(Array(text.utf8))
    if algorithm.isSymmetric {
      let secret = name.isWeak ? Array(WeakSecrets.word(seed).utf8) : seed
      return JWK(secret: secret, id: id, algorithm: algorithm.name)
    }
    guard let pair = try? pair(algorithm, seed, number: name.number) else {
      preconditionFailure("a simulated server has no key for \(name.algorithm)")
    }
    return JWK(pair, id: id, algorithm: algorithm.name)
  }

  private static func pair(
    _ algorithm: SignatureAlgorithm, _ seed: [UInt8], number: Int
  ) throws(CryptographyError) -> KeyPair {
    if algorithm == .es256 { return try KeyPair(.elliptic(.p256, scalar: seed)) }
    if algorithm == .ed25519 { return try KeyPair(.octet(.ed25519, seed)) }
    // A rotation takes the next of the fixtures, never the same again.
    let index = (Int(seed[0]) + number - 1) % RSAFixtures.pems.count
    return try KeyPair(pem: RSAFixtures.pems[index])
  }
}
