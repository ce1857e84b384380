import Cryptography

/// How the content of a JWE is encrypted (`enc`, RFC 7518 5.1).
package enum ContentEncryption: String, Hashable, Sendable, CaseIterable {
  case a128gcm = "A128GCM"
  case a192gcm = "A192GCM"
  case a256gcm = "A256GCM"
  case a128cbcHS256 = "A128CBC-HS256"
  case a192cbcHS384 = "A192CBC-HS384"
  case a256cbcHS512 = "A256CBC-HS512"

  package var name: String { rawValue }

  package init?(name: String) { self.init(rawValue: name) }

  /// The length of the content key.
  package var keyByteCount: Int {
    switch self {
    case .a128gcm: 16
    case .a192gcm: 24
    case .a256gcm, .a128cbcHS256: 32
    case .a192cbcHS384: 48
    case .a256cbcHS512: 64
    }
  }

  package var ivByteCount: Int {
    macDigest == nil ? AESGCM.nonceByteCount : AESCBCHMAC.ivByteCount
  }

  private var macDigest: Digest? {
    switch self {
    case .a128gcm, .a192gcm, .a256gcm: nil
    case .a128cbcHS256: .sha256
    case .a192cbcHS384: .sha384
    case .a256cbcHS512: .sha512
    }
  }

  package func seal(
    _ plaintext: [UInt8], key: [UInt8], iv: [UInt8], authenticating data: [UInt8]
  ) throws(CryptographyError) -> (ciphertext: [UInt8], tag: [UInt8]) {
    try checkKey(key)
    guard let macDigest else {
      return try AESGCM(key: key).seal(plaintext, nonce: iv, authenticating: data)
    }
    return try AESCBCHMAC(key: key, digest: macDigest)
      .seal(plaintext, iv: iv, authenticating: data)
  }

  package func open(
    _ ciphertext: [UInt8], tag: [UInt8], key: [UInt8], iv: [UInt8], authenticating data: [UInt8]
  ) throws(CryptographyError) -> [UInt8] {
    try checkKey(key)
    guard let macDigest else {
      return try AESGCM(key: key).open(ciphertext, tag: tag, nonce: iv, authenticating: data)
    }
    return try AESCBCHMAC(key: key, digest: macDigest)
      .open(ciphertext, tag: tag, iv: iv, authenticating: data)
  }

  private func checkKey(_ key: [UInt8]) throws(CryptographyError) {
    guard key.count == keyByteCount else {
      throw .invalidParameter(
        "a content key of \(key.count) bytes where \(name) has \(keyByteCount)")
    }
  }
}
