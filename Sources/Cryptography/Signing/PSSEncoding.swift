/// EMSA-PSS (RFC 8017 9.1.1), written here because libcrypto takes no salt from its caller.
enum PSSEncoding {
  static func encode(
    _ hash: [UInt8], digest: Digest, salt: [UInt8], modulusBits: Int
  ) throws(CryptographyError) -> [UInt8] {
    let bits = modulusBits - 1
    let count = (bits + 7) / 8
    let zeros = count - digest.byteCount - salt.count - 2
    guard zeros >= 0 else {
      throw .invalidParameter("a salt of \(salt.count) bytes in \(modulusBits) bits of RSA")
    }
    let check = digest.hash([UInt8](repeating: 0, count: 8) + hash + salt)
    let block = [UInt8](repeating: 0, count: zeros) + [1] + salt
    var masked = MaskGeneration.masked(block, by: check, digest)
    masked[0] &= 0xff >> UInt8(8 * count - bits)
    let encoded = masked + check + [0xbc]
    // A modulus of 8k + 1 bits is one byte longer than its encoded message.
    let lead = (modulusBits + 7) / 8 - count
    return [UInt8](repeating: 0, count: lead) + encoded
  }
}
