/// How a signature is made of a key and a message.
package enum SignatureScheme: Hashable, Sendable {
  /// RSASSA-PKCS1-v1_5 (RFC 8017 8.2).
  case rsaPKCS1(Digest)
  /// RSASSA-PSS with a salt as long as the hash (RFC 7518 3.5).
  case rsaPSS(Digest)
  /// ECDSA in the raw form R || S (RFC 7518 3.4).
  case ecdsa(Digest)
  /// Ed25519 and Ed448 (RFC 8032).
  case eddsa

  /// Each scheme over prepared hashes has its own context in a key.
  var contextSlot: Int {
    switch self {
    case .rsaPKCS1(let digest): digest.rawValue
    case .rsaPSS(let digest): Digest.allCases.count + digest.rawValue
    case .ecdsa, .eddsa: 2 * Digest.allCases.count
    }
  }

  static let contextCount = 2 * Digest.allCases.count + 1

  /// Whether keys of this kind sign so.
  package func fits(_ kind: KeyKind) -> Bool {
    switch (self, kind) {
    case (.rsaPKCS1, .rsa), (.rsaPSS, .rsa), (.ecdsa, .elliptic): true
    case (.eddsa, .octet(let curve)): curve.signs
    case (.rsaPKCS1, _), (.rsaPSS, _), (.ecdsa, _), (.eddsa, _): false
    }
  }

  /// "an RSA key", for messages.
  var keyName: String {
    switch self {
    case .rsaPKCS1, .rsaPSS: "an RSA key"
    case .ecdsa: "an elliptic curve key"
    case .eddsa: "an Edwards curve key"
    }
  }
}
