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
    let mask = MaskGeneration.mgf1(check, byteCount: block.count, digest: digest)
    var masked = zip(block, mask).map { $0 ^ $1 }
    masked[0] &= 0xff >> UInt8(8 * count - bits)
    let encoded = masked + check + [0xbc]
    // A modulus of 8k + 1 bits is one byte longer than its encoded message.
    let lead = (modulusBits + 7) / 8 - count
    return [UInt8](repeating: 0, count: lead) + encoded
  }
}

/// MGF1 (RFC 8017 B.2.1).
enum MaskGeneration {
  static func mgf1(_ seed: [UInt8], byteCount: Int, digest: Digest) -> [UInt8] {
    var mask: [UInt8] = []
    var counter: UInt32 = 0
    while mask.count < byteCount {
      let big = counter.bigEndian
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: big >> UInt32(8 * $0)) }
      mask += digest.hash(seed + bytes)
      counter += 1
    }
    return Array(mask.prefix(byteCount))
  }
}
