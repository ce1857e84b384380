import Cryptography
import Ledger
import Wire

/// An algorithm that protects a JWS (RFC 7518 3.1, RFC 8812, RFC 8037, RFC 9864). `none` is not
/// among them: a token without a signature is made and read under its own name.
package enum SignatureAlgorithm: String, Hashable, Sendable, CaseIterable {
  case hs256 = "HS256"
  case hs384 = "HS384"
  case hs512 = "HS512"
  case rs256 = "RS256"
  case rs384 = "RS384"
  case rs512 = "RS512"
  case ps256 = "PS256"
  case ps384 = "PS384"
  case ps512 = "PS512"
  case es256 = "ES256"
  case es384 = "ES384"
  case es512 = "ES512"
  case es256k = "ES256K"
  case ed25519 = "Ed25519"
  case ed448 = "Ed448"
  /// The older name that leaves the curve to the key.
  case edDSA = "EdDSA"

  /// How the signature is made.
  package enum Method: Hashable, Sendable {
    case hmac(Digest)
    case signature(SignatureScheme)
  }

  /// The name in a header, which is compared byte for byte (RFC 7515 4.1.1).
  package var name: String { rawValue }

  package init?(name: String) {
    // The raw values are ASCII, so equality is equality of bytes.
    self.init(rawValue: name)
  }

  /// The algorithm whose name differs at most in case: what careless dispatchers accept.
  package init?(folding name: String) {
    guard let found = Self.allCases.first(where: { ASCII.equalFolded($0.name, name) }) else {
      return nil
    }
    self = found
  }

  package var method: Method {
    switch self {
    case .hs256: .hmac(.sha256)
    case .hs384: .hmac(.sha384)
    case .hs512: .hmac(.sha512)
    case .rs256: .signature(.rsaPKCS1(.sha256))
    case .rs384: .signature(.rsaPKCS1(.sha384))
    case .rs512: .signature(.rsaPKCS1(.sha512))
    case .ps256: .signature(.rsaPSS(.sha256))
    case .ps384: .signature(.rsaPSS(.sha384))
    case .ps512: .signature(.rsaPSS(.sha512))
    case .es256, .es256k: .signature(.ecdsa(.sha256))
    case .es384: .signature(.ecdsa(.sha384))
    case .es512: .signature(.ecdsa(.sha512))
    case .ed25519, .ed448, .edDSA: .signature(.eddsa)
    }
  }

  /// The hash that `at_hash` and its kin use with this algorithm (OpenID Connect Core 3.1.3.6).
  package var digest: Digest {
    switch method {
    case .hmac(let digest): digest
    case .signature(.rsaPKCS1(let digest)), .signature(.rsaPSS(let digest)),
      .signature(.ecdsa(let digest)):
      digest
    case .signature(.eddsa): .sha512
    }
  }

  package var isSymmetric: Bool {
    if case .hmac = method { true } else { false }
  }

  /// The one curve of the algorithm, when it has one.
  package var curve: EllipticCurve? {
    switch self {
    case .es256: .p256
    case .es384: .p384
    case .es512: .p521
    case .es256k: .secp256k1
    case .hs256, .hs384, .hs512, .rs256, .rs384, .rs512, .ps256, .ps384, .ps512, .ed25519, .ed448,
      .edDSA:
      nil
    }
  }

  /// "a secret", "an RSA key", "a P-256 key": what the algorithm works with.
  package var keyDescription: String {
    switch self {
    case .hs256, .hs384, .hs512: "a secret"
    case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512: "an RSA key"
    case .es256, .es384, .es512, .es256k: "a \(curve?.name ?? "") key"
    case .ed25519: "an Ed25519 key"
    case .ed448: "an Ed448 key"
    case .edDSA: "an Ed25519 or Ed448 key"
    }
  }

  /// Whether a key of this kind works with the algorithm.
  package func fits(_ kind: KeyKind) -> Bool {
    switch (self, kind) {
    case (.rs256, .rsa), (.rs384, .rsa), (.rs512, .rsa): true
    case (.ps256, .rsa), (.ps384, .rsa), (.ps512, .rsa): true
    case (.ed25519, .octet(let curve)): curve == .ed25519
    case (.ed448, .octet(let curve)): curve == .ed448
    case (.edDSA, .octet(let curve)): curve.signs
    case (_, .elliptic(let curve)): self.curve == curve
    case (_, .rsa), (_, .octet): false
    }
  }

  /// Whether a key that declares this name may be used so; `EdDSA` and the newer names of its
  /// curves are the same algorithm under two names (RFC 9864 2.2).
  package func matches(declared name: String) -> Bool {
    if name.hasSameBytes(as: self.name) { return true }
    switch self {
    case .ed25519, .ed448: return name.hasSameBytes(as: Self.edDSA.name)
    case .edDSA:
      return name.hasSameBytes(as: Self.ed25519.name) || name.hasSameBytes(as: Self.ed448.name)
    case .hs256, .hs384, .hs512, .rs256, .rs384, .rs512, .ps256, .ps384, .ps512, .es256, .es384,
      .es512, .es256k:
      return false
    }
  }
}
