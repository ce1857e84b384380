internal import COpenSSL

/// The libcrypto that the process runs with, which may be another than the one it was built for.
package enum CryptoLibrary {
  /// "OpenSSL 3.0.15 3 Sep 2024".
  package static var version: String { String(cString: OpenSSL_version(OPENSSL_VERSION)) }

  /// The version of the headers that the program was compiled with.
  package static let compiledFor = OPENSSL_VERSION_TEXT

  /// A building block that some builds of libcrypto leave out.
  package enum Primitive: Hashable, Sendable {
    case digest(Digest)
    case cipher(CipherMode, AESKeySize)
    case curve(EllipticCurve)
    case octet(OctetCurve)
    case rsa
    case pbkdf2
    case scrypt
  }

  package enum CipherMode: String, Hashable, Sendable, CaseIterable {
    case gcm = "GCM"
    case cbc = "CBC"
    case wrap = "WRAP"
  }

  package static func offers(_ primitive: Primitive) -> Bool {
    defer { ERR_clear_error() }
    switch primitive {
    case .digest(let digest):
      return isThere(EVP_MD_fetch(nil, digest.name, nil), EVP_MD_free)
    case .cipher(let mode, let size):
      let name = "AES-\(size.rawValue)-\(mode.rawValue)"
      return isThere(EVP_CIPHER_fetch(nil, name, nil), EVP_CIPHER_free)
    case .curve(let curve):
      return isThere(EC_GROUP_new_by_curve_name(curve.nid), EC_GROUP_free)
    case .octet(let curve): return offersKeys(curve.name)
    case .rsa: return offersKeys("RSA")
    case .pbkdf2: return isThere(EVP_KDF_fetch(nil, "PBKDF2", nil), EVP_KDF_free)
    case .scrypt: return isThere(EVP_KDF_fetch(nil, "SCRYPT", nil), EVP_KDF_free)
    }
  }

  private static func offersKeys(_ name: String) -> Bool {
    isThere(EVP_KEYMGMT_fetch(nil, name, nil), EVP_KEYMGMT_free)
  }

  private static func isThere(
    _ pointer: OpaquePointer?, _ free: (OpaquePointer?) -> Void
  ) -> Bool {
    guard let pointer else { return false }
    free(pointer)
    return true
  }
}
