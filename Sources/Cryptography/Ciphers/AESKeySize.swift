internal import COpenSSL

/// A length of AES keys (FIPS 197).
package enum AESKeySize: Int, Hashable, Sendable, CaseIterable {
  case bits128 = 128
  case bits192 = 192
  case bits256 = 256

  package var byteCount: Int { rawValue / 8 }

  var gcm: OpaquePointer {
    switch self {
    case .bits128: allocated(EVP_aes_128_gcm())
    case .bits192: allocated(EVP_aes_192_gcm())
    case .bits256: allocated(EVP_aes_256_gcm())
    }
  }

  var cbc: OpaquePointer {
    switch self {
    case .bits128: allocated(EVP_aes_128_cbc())
    case .bits192: allocated(EVP_aes_192_cbc())
    case .bits256: allocated(EVP_aes_256_cbc())
    }
  }

  var wrap: OpaquePointer {
    switch self {
    case .bits128: allocated(EVP_aes_128_wrap())
    case .bits192: allocated(EVP_aes_192_wrap())
    case .bits256: allocated(EVP_aes_256_wrap())
    }
  }
}
