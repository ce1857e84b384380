import Cryptography
import Wire

/// A JSON Web Key (RFC 7517): key material and what its owner says about it.
package struct JWK: Sendable {
  package enum Material: Sendable {
    case secret(SecretKey)
    case publicKey(PublicKey)
    case privateKey(KeyPair)
  }

  package let material: Material
  /// `kid`: the name by which a token says which key it is.
  package var id: String?
  /// `use`: `sig` or `enc`, or what somebody else invented.
  package var use: String?
  /// `key_ops`: what the key may do.
  package var operations: [String]?
  /// `alg`: the one algorithm that the key is for.
  package var algorithm: String?
  /// The text that an asymmetric key was read from, byte for byte. An old verifier that takes a
  /// public key for a secret takes these bytes.
  package var sourceText: [UInt8]?
  /// The members that say nothing about use or material (`x5c`, `iat`, a vendor's own), in order.
  package var otherMembers = JSONObject()

  package init(
    _ material: Material, id: String? = nil, use: String? = nil, algorithm: String? = nil
  ) {
    self.material = material
    self.id = id
    self.use = use
    self.algorithm = algorithm
  }

  package init(secret: [UInt8], id: String? = nil, algorithm: String? = nil) {
    self.init(.secret(SecretKey(secret)), id: id, algorithm: algorithm)
  }

  package init(secret: String, id: String? = nil, algorithm: String? = nil) {
    self.init(secret: Array(secret.utf8), id: id, algorithm: algorithm)
  }

  package init(_ pair: KeyPair, id: String? = nil, algorithm: String? = nil) {
    self.init(.privateKey(pair), id: id, algorithm: algorithm)
  }

  package init(_ key: PublicKey, id: String? = nil, algorithm: String? = nil) {
    self.init(.publicKey(key), id: id, algorithm: algorithm)
  }

  /// A public or private key of a PEM text; a private key wins where the text has both.
  package init(pem text: String, id: String? = nil) throws(CryptographyError) {
    if let pair = try? KeyPair(pem: text) {
      self.init(pair, id: id)
    } else {
      self.init(try PublicKey(pem: text), id: id)
    }
    sourceText = Array(text.utf8)
  }

  /// The public half of the material; nil for a secret, which has none.
  package var publicKey: PublicKey? {
    switch material {
    case .secret: nil
    case .publicKey(let key): key
    case .privateKey(let pair): pair.publicKey
    }
  }

  /// The whole pair; nil when there is no private part.
  package var privateKeyPair: KeyPair? {
    if case .privateKey(let pair) = material { pair } else { nil }
  }

  package var secret: SecretKey? {
    if case .secret(let key) = material { key } else { nil }
  }

  package var isSymmetric: Bool { secret != nil }

  /// The same key without its private part; nil for a secret, which has no public part.
  package var publicPart: JWK? {
    guard let publicKey else { return nil }
    var key = JWK(publicKey, id: id, algorithm: algorithm)
    key.use = use
    key.otherMembers = otherMembers
    key.operations = operations.map { operations in
      // The public half verifies what the private half signs (RFC 7517 4.3).
      operations.map { Self.publicOperations[$0] ?? $0 }
    }
    return key
  }

  private static let publicOperations = [
    "sign": "verify", "decrypt": "encrypt", "unwrapKey": "wrapKey",
  ]

  /// `kty`.
  package var type: String {
    switch publicKey?.kind {
    case nil: "oct"
    case .rsa: "RSA"
    case .elliptic: "EC"
    case .octet: "OKP"
    }
  }

  /// "P-256", "secret of 32 bytes": the material in words, never the material.
  package var kindName: String {
    publicKey?.kind.name ?? secret?.description ?? ""
  }

  /// How a ledger names the key: its id, else its kind.
  package var label: String { id.map { "key \"\($0)\"" } ?? kindName }
}

extension JWK: CustomStringConvertible {
  package var description: String { label }
}
