internal import COpenSSL

/// A curve for ECDSA and ECDH in Weierstrass form (RFC 7518 6.2.1.1, RFC 8812 3.1).
package enum EllipticCurve: Hashable, Sendable, CaseIterable {
  case p256
  case p384
  case p521
  case secp256k1

  /// The JOSE name (`crv`).
  package var name: String {
    switch self {
    case .p256: "P-256"
    case .p384: "P-384"
    case .p521: "P-521"
    case .secp256k1: "secp256k1"
    }
  }

  package init?(name: String) {
    guard let curve = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = curve
  }

  /// The length of a coordinate, and of each half of a signature.
  package var byteCount: Int {
    switch self {
    case .p256, .secp256k1: 32
    case .p384: 48
    case .p521: 66
    }
  }

  /// libcrypto's name of the group.
  var groupName: StaticString {
    switch self {
    case .p256: "prime256v1"
    case .p384: "secp384r1"
    case .p521: "secp521r1"
    case .secp256k1: "secp256k1"
    }
  }

  var nid: Int32 {
    switch self {
    case .p256: NID_X9_62_prime256v1
    case .p384: NID_secp384r1
    case .p521: NID_secp521r1
    case .secp256k1: NID_secp256k1
    }
  }
}

/// A curve whose keys are plain byte strings (RFC 8037, RFC 7748, RFC 8032).
package enum OctetCurve: Hashable, Sendable, CaseIterable {
  case ed25519
  case ed448
  case x25519
  case x448

  /// The JOSE name (`crv`), which is libcrypto's name too.
  package var name: String {
    switch self {
    case .ed25519: "Ed25519"
    case .ed448: "Ed448"
    case .x25519: "X25519"
    case .x448: "X448"
    }
  }

  package init?(name: String) {
    guard let curve = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = curve
  }

  /// The length of a private and of a public key.
  package var byteCount: Int {
    switch self {
    case .ed25519, .x25519: 32
    case .ed448: 57
    case .x448: 56
    }
  }

  /// Whether the curve signs (Edwards) rather than agrees on keys (Montgomery).
  package var signs: Bool {
    switch self {
    case .ed25519, .ed448: true
    case .x25519, .x448: false
    }
  }

  /// The length of a signature, which is two keys long.
  package var signatureByteCount: Int { 2 * byteCount }

  var keyType: Int32 {
    switch self {
    case .ed25519: NID_ED25519
    case .ed448: NID_ED448
    case .x25519: NID_X25519
    case .x448: NID_X448
    }
  }
}

/// What a key pair is made of.
package enum KeyKind: Hashable, Sendable {
  case rsa(bits: Int)
  case elliptic(EllipticCurve)
  case octet(OctetCurve)

  /// "RSA of 2048 bits", "P-256".
  package var name: String {
    switch self {
    case .rsa(let bits): "RSA of \(bits) bits"
    case .elliptic(let curve): curve.name
    case .octet(let curve): curve.name
    }
  }
}
