internal import COpenSSL

/// What kind of key to make.
package enum KeyTemplate: Hashable, Sendable {
  case rsa(bits: Int)
  case elliptic(EllipticCurve)
  case octet(OctetCurve)
}

extension KeyPair {
  /// A new key from the system's randomness; a run, which must repeat, never calls this.
  package static func generateFromSystem(
    _ template: KeyTemplate
  ) throws(CryptographyError) -> KeyPair {
    switch template {
    case .rsa(let bits):
      guard (1024...16384).contains(bits) else {
        throw .invalidParameter("an RSA key of \(bits) bits; 1024 to 16384 can be made")
      }
      return try generated("RSA") { EVP_PKEY_CTX_set_rsa_keygen_bits($0, Int32(bits)) }
    case .elliptic(let curve):
      return try generated("EC") { EVP_PKEY_CTX_set_group_name($0, curve.groupName.start) }
    case .octet(let curve):
      return try generated(curve.name) { _ in 1 }
    }
  }

  private static func generated(
    _ type: String, configure: (OpaquePointer) -> Int32
  ) throws(CryptographyError) -> KeyPair {
    let context = allocated(EVP_PKEY_CTX_new_from_name(nil, type, nil))
    defer { EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard EVP_PKEY_keygen_init(context) == 1, configure(context) == 1,
      EVP_PKEY_generate(context, &key) == 1, let key
    else {
      ERR_clear_error()
      throw .invalidParameter("libcrypto made no \(type) key")
    }
    return try KeyPair(NativeKey(takingOwnership: key))
  }
}
