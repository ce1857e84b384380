/// AES in Galois/Counter Mode (NIST SP 800-38D) with JOSE's lengths: a nonce of 96 bits, a tag of
/// 128.
package struct AESGCM {
  package static let nonceByteCount = 12
  package static let tagByteCount = 16

  private let size: AESKeySize
  private let key: [UInt8]

  package init(key: [UInt8]) throws(CryptographyError) {
    size = try AESKeySize(key)
    self.key = key
  }

  package func seal(
    _ plaintext: [UInt8], nonce: [UInt8], authenticating data: [UInt8]
  ) throws(CryptographyError) -> (ciphertext: [UInt8], tag: [UInt8]) {
    try Self.checkNonce(nonce)
    let run = CipherRun()
    guard run.start(size.gcm, key: key, iv: nonce, encrypting: true), run.authenticate(data),
      let ciphertext = run.finish(plaintext), let tag = run.tag(byteCount: Self.tagByteCount)
    else { preconditionFailure("libcrypto could not encrypt") }
    return (ciphertext, tag)
  }

  package func open(
    _ ciphertext: [UInt8], tag: [UInt8], nonce: [UInt8], authenticating data: [UInt8]
  ) throws(CryptographyError) -> [UInt8] {
    try Self.checkNonce(nonce)
    // A shorter tag is easier to forge; libcrypto would take it.
    guard tag.count == Self.tagByteCount else { throw .decryptionFailed }
    let run = CipherRun()
    guard run.start(size.gcm, key: key, iv: nonce, encrypting: false), run.authenticate(data),
      run.setTag(tag), let plaintext = run.finish(ciphertext)
    else { throw .decryptionFailed }
    return plaintext
  }

  private static func checkNonce(_ nonce: [UInt8]) throws(CryptographyError) {
    guard nonce.count == nonceByteCount else {
      throw .invalidParameter("a nonce of \(nonce.count) bytes where AES-GCM has 12")
    }
  }
}

extension AESKeySize {
  init(_ key: [UInt8]) throws(CryptographyError) {
    guard let size = AESKeySize(rawValue: key.count * 8) else {
      throw .invalidParameter("an AES key of \(key.count) bytes")
    }
    self = size
  }
}
