import Cryptography

/// What key to make: a pair of some kind, or a secret of some length.
package enum KeyRecipe: Hashable, Sendable {
  case pair(KeyTemplate)
  case secret(byteCount: Int)

  /// The names of the kinds, as `kty` and `crv` have them.
  package static let kindNames =
    ["RSA"] + EllipticCurve.allCases.map(\.name) + OctetCurve.allCases.map(\.name) + ["oct"]

  /// RSA of this length is what every algorithm asks for at least (RFC 7518 3.3).
  package static let usualRSABits = 2048

  /// The recipe of a kind, by its name in any case; `bits` for RSA and secrets only.
  package init(kind name: String, bits: Int? = nil) throws(KeyRecipeError) {
    let folded = name.lowercased()
    if folded == "rsa" {
      self = try Self.rsa(bits)
    } else if folded == "oct" {
      self = try Self.secret(bits ?? 256)
    } else if let curve = EllipticCurve.allCases.first(where: { $0.name.lowercased() == folded }) {
      self = .pair(.elliptic(curve))
    } else if let curve = OctetCurve.allCases.first(where: { $0.name.lowercased() == folded }) {
      self = .pair(.octet(curve))
    } else {
      throw .unknownKind(name)
    }
    if let bits, case .pair(let template) = self, !template.isRSA {
      throw .fixedLength(template.name, bits: bits)
    }
  }

  /// The recipe of the key that an algorithm of JWS or JWE wants. Where several kinds serve, the
  /// one that most implementations have.
  package init(algorithm name: String, bits: Int? = nil) throws(KeyRecipeError) {
    switch DeclaredAlgorithm(name: name) {
    case .signature(let algorithm): self = try Self.recipe(algorithm, bits)
    case .keyManagement(let algorithm): self = try Self.recipe(algorithm, bits)
    case .content(let encryption): self = try Self.fixed(encryption.keyByteCount, name, bits)
    case nil: throw .unknownAlgorithm(name)
    }
  }

  private static func recipe(
    _ algorithm: SignatureAlgorithm, _ bits: Int?
  ) throws(KeyRecipeError) -> KeyRecipe {
    switch algorithm {
    case .hs256, .hs384, .hs512: try secret(bits ?? 8 * algorithm.digest.byteCount)
    case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512: try rsa(bits)
    case .es256: try KeyRecipe(kind: EllipticCurve.p256.name, bits: bits)
    case .es384: try KeyRecipe(kind: EllipticCurve.p384.name, bits: bits)
    case .es512: try KeyRecipe(kind: EllipticCurve.p521.name, bits: bits)
    case .es256k: try KeyRecipe(kind: EllipticCurve.secp256k1.name, bits: bits)
    case .ed25519, .edDSA: try KeyRecipe(kind: OctetCurve.ed25519.name, bits: bits)
    case .ed448: try KeyRecipe(kind: OctetCurve.ed448.name, bits: bits)
    }
  }

  private static func recipe(
    _ algorithm: KeyManagementAlgorithm, _ bits: Int?
  ) throws(KeyRecipeError) -> KeyRecipe {
    switch algorithm.method {
    case .rsaPKCS1, .rsaOAEP: try rsa(bits)
    case .wrap(let size), .wrapGCM(let size): try fixed(size.byteCount, algorithm.name, bits)
    case .direct: throw .directNeedsEncryption
    case .agreement: try KeyRecipe(kind: EllipticCurve.p256.name, bits: bits)
    case .password: try secret(bits ?? 256)
    }
  }

  private static func rsa(_ bits: Int?) throws(KeyRecipeError) -> KeyRecipe {
    let bits = bits ?? usualRSABits
    guard (1024...16384).contains(bits) else { throw .lengthOutOfRange("RSA", 1024...16384) }
    return .pair(.rsa(bits: bits))
  }

  private static func secret(_ bits: Int) throws(KeyRecipeError) -> KeyRecipe {
    guard (8...65536).contains(bits) else { throw .lengthOutOfRange("a secret", 8...65536) }
    guard bits.isMultiple(of: 8) else { throw .partialByte(bits) }
    return .secret(byteCount: bits / 8)
  }

  /// A secret whose length the algorithm prescribes.
  private static func fixed(
    _ byteCount: Int, _ name: String, _ bits: Int?
  ) throws(KeyRecipeError) -> KeyRecipe {
    if let bits, bits != 8 * byteCount { throw .fixedLength(name, bits: bits) }
    return .secret(byteCount: byteCount)
  }
}

/// Why there is no such key.
package enum KeyRecipeError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownKind(String)
  case unknownAlgorithm(String)
  case directNeedsEncryption
  case lengthOutOfRange(String, ClosedRange<Int>)
  case partialByte(Int)
  /// The kind or the algorithm has one length.
  case fixedLength(String, bits: Int)

  package var description: String {
    switch self {
    case .unknownKind(let name):
      "there is no kind of key \"\(name)\"; there are \(KeyRecipe.kindNames.joined(separator: ", "))"
    case .unknownAlgorithm(let name): "there is no algorithm \"\(name)\""
    case .directNeedsEncryption:
      "dir takes a secret as long as the content encryption wants: name that as the algorithm "
        + "(A128GCM, A256CBC-HS512, ...)"
    case .lengthOutOfRange(let what, let range):
      "\(what) has \(range.lowerBound) to \(range.upperBound) bits"
    case .partialByte(let bits): "a secret has whole bytes; \(bits) is no multiple of 8"
    case .fixedLength(let name, let bits):
      "\(name) has one length, and \(bits) bits cannot be chosen"
    }
  }
}

extension KeyTemplate {
  fileprivate var isRSA: Bool { if case .rsa = self { true } else { false } }

  fileprivate var name: String {
    switch self {
    case .rsa: "RSA"
    case .elliptic(let curve): curve.name
    case .octet(let curve): curve.name
    }
  }
}
