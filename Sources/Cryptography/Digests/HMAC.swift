internal import COpenSSL

/// HMAC under a key that is used once (RFC 2104), where keeping a context would not pay.
enum HMAC {
  static func once(key: some ByteBuffer, _ message: some ByteBuffer, _ digest: Digest) -> [UInt8] {
    let block = digest.blockByteCount
    var short = key.count > block ? digest.hash(key) : Array(key)
    var inside = [UInt8](repeating: 0x36, count: block)
    var outside = [UInt8](repeating: 0x5c, count: block)
    for index in short.indices {
      inside[index] ^= short[index]
      outside[index] ^= short[index]
    }
    inside += message
    let inner = digest.hash(inside)
    outside += inner
    defer {
      short.wipe()
      inside.wipe()
      outside.wipe()
    }
    return digest.hash(outside)
  }
}
