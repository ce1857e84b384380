/// MGF1 (RFC 8017 B.2.1).
enum MaskGeneration {
  /// The block under the mask that grows out of the seed.
  static func masked(_ block: [UInt8], by seed: [UInt8], _ digest: Digest) -> [UInt8] {
    zip(block, mask(seed, byteCount: block.count, digest)).map { $0 ^ $1 }
  }

  private static func mask(_ seed: [UInt8], byteCount: Int, _ digest: Digest) -> [UInt8] {
    var mask: [UInt8] = []
    var counter: UInt32 = 0
    while mask.count < byteCount {
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: counter >> UInt32(24 - 8 * $0)) }
      mask += digest.hash(seed + bytes)
      counter += 1
    }
    return Array(mask.prefix(byteCount))
  }
}
