internal import COpenSSL

/// HMAC under a key that is used once (RFC 2104), where keeping a context would not pay.
enum HMAC {
  static func once(key: some ByteBuffer, _ message: some ByteBuffer, _ digest: Digest) -> [UInt8] {
    let block = digest.blockByteCount
    var padded = key.count > block ? digest.hash(key) : Array(key)
    padded += [UInt8](repeating: 0, count: block - padded.count)
    let inner = digest.hash(padded.map { $0 ^ 0x36 } + message)
    return digest.hash(padded.map { $0 ^ 0x5c } + inner)
  }
}
