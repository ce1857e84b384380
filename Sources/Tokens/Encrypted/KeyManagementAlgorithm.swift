import Cryptography
import Ledger
import Wire

/// How the content key of a JWE reaches its reader (`alg`, RFC 7518 4.1).
package enum KeyManagementAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// Only for reading old tokens: its padding has been an oracle since 1998.
  case rsa1_5 = "RSA1_5"
  case rsaOAEP = "RSA-OAEP"
  case rsaOAEP256 = "RSA-OAEP-256"
  case a128kw = "A128KW"
  case a192kw = "A192KW"
  case a256kw = "A256KW"
  case direct = "dir"
  case ecdhES = "ECDH-ES"
  case ecdhESA128KW = "ECDH-ES+A128KW"
  case ecdhESA192KW = "ECDH-ES+A192KW"
  case ecdhESA256KW = "ECDH-ES+A256KW"
  case a128gcmkw = "A128GCMKW"
  case a192gcmkw = "A192GCMKW"
  case a256gcmkw = "A256GCMKW"
  case pbes2HS256A128KW = "PBES2-HS256+A128KW"
  case pbes2HS384A192KW = "PBES2-HS384+A192KW"
  case pbes2HS512A256KW = "PBES2-HS512+A256KW"

  package enum Method: Hashable, Sendable {
    case rsaPKCS1
    case rsaOAEP(Digest)
    case wrap(AESKeySize)
    case wrapGCM(AESKeySize)
    case direct
    /// Agreement on the content key itself, or on a key that wraps it.
    case agreement(AESKeySize?)
    case password(Digest, AESKeySize)
  }

  /// All that a reader should accept without a special reason.
  package static let current = allCases.filter { $0 != .rsa1_5 }

  package var name: String { rawValue }

  package init?(name: String) { self.init(rawValue: name) }

  package var method: Method {
    switch self {
    case .rsa1_5: .rsaPKCS1
    case .rsaOAEP: .rsaOAEP(.sha1)
    case .rsaOAEP256: .rsaOAEP(.sha256)
    case .a128kw: .wrap(.bits128)
    case .a192kw: .wrap(.bits192)
    case .a256kw: .wrap(.bits256)
    case .direct: .direct
    case .ecdhES: .agreement(nil)
    case .ecdhESA128KW: .agreement(.bits128)
    case .ecdhESA192KW: .agreement(.bits192)
    case .ecdhESA256KW: .agreement(.bits256)
    case .a128gcmkw: .wrapGCM(.bits128)
    case .a192gcmkw: .wrapGCM(.bits192)
    case .a256gcmkw: .wrapGCM(.bits256)
    case .pbes2HS256A128KW: .password(.sha256, .bits128)
    case .pbes2HS384A192KW: .password(.sha384, .bits192)
    case .pbes2HS512A256KW: .password(.sha512, .bits256)
    }
  }

  /// Whether no encrypted key travels with the content (RFC 7516 5.2 step 10).
  package var hasNoEncryptedKey: Bool { method == .direct || method == .agreement(nil) }

  package var keyDescription: String {
    switch method {
    case .rsaPKCS1, .rsaOAEP: "an RSA key"
    case .wrap(let size), .wrapGCM(let size): "a secret of \(size.byteCount) bytes"
    case .direct: "a secret as long as the content key"
    case .agreement: "an EC, X25519 or X448 key"
    case .password: "a password"
    }
  }

  /// Why the key cannot be used so; nil when it can.
  package func misfit(of key: JWK, _ encryption: ContentEncryption) -> Finding? {
    if let declared = key.algorithm, !matches(declared: declared, encryption) {
      return .fails(expected: "a key for \(name)", actual: "\(key.label) is for \(declared)")
    }
    if let use = key.use, !use.hasSameBytes(as: "enc") {
      return .fails(expected: "a key for encryption", actual: "\(key.label) has use \"\(use)\"")
    }
    let allowed = ["encrypt", "decrypt", "wrapKey", "unwrapKey", "deriveKey", "deriveBits"]
    if let operations = key.operations, !operations.contains(where: allowed.contains) {
      return .fails(
        expected: "a key that may decrypt",
        actual: "\(key.label) may only \(operations.joined(separator: ", "))")
    }
    return fits(key, encryption)
      ? nil : .fails(expected: keyDescription, actual: key.kindName)
  }

  /// A key for direct use declares the content encryption that it is for.
  private func matches(declared: String, _ encryption: ContentEncryption) -> Bool {
    declared.hasSameBytes(as: name)
      || (self == .direct && declared.hasSameBytes(as: encryption.name))
  }

  private func fits(_ key: JWK, _ encryption: ContentEncryption) -> Bool {
    switch (method, key.publicKey?.kind) {
    case (.rsaPKCS1, .rsa), (.rsaOAEP, .rsa), (.agreement, .elliptic): true
    case (.agreement, .octet(let curve)): !curve.signs
    case (.wrap(let size), nil), (.wrapGCM(let size), nil):
      key.secret?.bytes.count == size.byteCount
    case (.direct, nil): key.secret?.bytes.count == encryption.keyByteCount
    case (.password, nil): true
    case (_, .rsa), (_, .elliptic), (_, .octet), (.rsaPKCS1, nil), (.rsaOAEP, nil),
      (.agreement, nil):
      false
    }
  }
}
