/// AES in CBC mode with an HMAC over everything (RFC 7518 5.2): the tag is checked before a byte is
/// decrypted.
package struct AESCBCHMAC {
  package static let ivByteCount = 16

  private let digest: Digest
  private let macKey: [UInt8]
  private let encryptionKey: [UInt8]
  private let size: AESKeySize

  /// The first half of the key is for the HMAC, the second for AES.
  package init(key: [UInt8], digest: Digest) throws(CryptographyError) {
    let half = key.count / 2
    guard key.count == digest.byteCount else {
      throw .invalidParameter("a key of \(key.count) bytes where \(digest.byteCount) belong")
    }
    self.digest = digest
    macKey = Array(key[..<half])
    encryptionKey = Array(key[half...])
    size = try AESKeySize(encryptionKey)
  }

  package func seal(
    _ plaintext: [UInt8], iv: [UInt8], authenticating data: [UInt8]
  ) throws(CryptographyError) -> (ciphertext: [UInt8], tag: [UInt8]) {
    try Self.checkIV(iv)
    let run = CipherRun()
    guard run.start(size.cbc, key: encryptionKey, iv: iv, encrypting: true),
      let ciphertext = run.finish(plaintext)
    else { preconditionFailure("libcrypto could not encrypt") }
    return (ciphertext, tag(ciphertext, iv, data))
  }

  package func open(
    _ ciphertext: [UInt8], tag: [UInt8], iv: [UInt8], authenticating data: [UInt8]
  ) throws(CryptographyError) -> [UInt8] {
    try Self.checkIV(iv)
    guard equalInConstantTime(tag, self.tag(ciphertext, iv, data)) else {
      throw .decryptionFailed
    }
    let run = CipherRun()
    guard run.start(size.cbc, key: encryptionKey, iv: iv, encrypting: false),
      let plaintext = run.finish(ciphertext)
    else { throw .decryptionFailed }
    return plaintext
  }

  /// The left half of the HMAC of data, iv, ciphertext and the data's length in bits.
  private func tag(_ ciphertext: [UInt8], _ iv: [UInt8], _ data: [UInt8]) -> [UInt8] {
    let bits = UInt64(data.count) * 8
    let length = (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) }
    let mac = HMAC.once(key: macKey, data + iv + ciphertext + length, digest)
    return Array(mac.prefix(digest.byteCount / 2))
  }

  private static func checkIV(_ iv: [UInt8]) throws(CryptographyError) {
    guard iv.count == ivByteCount else {
      throw .invalidParameter("an IV of \(iv.count) bytes where AES-CBC has 16")
    }
  }
}
