internal import COpenSSL

/// The nonces that RFC 6979 3.2 draws from a secret and a hash, one after the other.
struct DeterministicNonces {
  private let digest: Digest
  private let order: OpaquePointer
  private var key: [UInt8]
  private var value: [UInt8]

  init(_ hash: [UInt8], digest: Digest, secret: [UInt8], order: OpaquePointer) {
    self.digest = digest
    self.order = order
    key = [UInt8](repeating: 0, count: digest.byteCount)
    value = [UInt8](repeating: 1, count: digest.byteCount)
    var seed = [0] + secret + Self.reduced(hash, order: order, byteCount: secret.count)
    mix(seed)
    seed[0] = 1
    mix(seed)
    seed.wipe()
  }

  /// The state foretells every nonce, and a nonce gives the secret away.
  mutating func wipe() {
    key.wipe()
    value.wipe()
  }

  /// A nonce in 1 ..< order, which the caller frees.
  mutating func next() -> OpaquePointer {
    while true {
      var bytes: [UInt8] = []
      while bytes.count * 8 < Int(BN_num_bits(order)) {
        value = authenticate(value)
        bytes += value
      }
      let candidate = Self.integer(bytes, order: order)
      bytes.wipe()
      // The state moves on now: a nonce that is asked for after this one must be another.
      mix([0])
      if BN_is_zero(candidate) == 0, BN_cmp(candidate, order) < 0 { return candidate }
      BN_clear_free(candidate)
    }
  }

  private mutating func mix(_ bytes: [UInt8]) {
    var message = value + bytes
    key = authenticate(message)
    message.wipe()
    value = authenticate(value)
  }

  private func authenticate(_ message: [UInt8]) -> [UInt8] {
    HMAC.once(key: key, message, digest)
  }

  /// bits2int: the leftmost bits of the bytes, as many as the order has (2.3.2).
  static func integer(_ bytes: [UInt8], order: OpaquePointer) -> OpaquePointer {
    let number = BigNumber.make(bytes)
    let excess = Int32(bytes.count * 8) - BN_num_bits(order)
    if excess > 0 {
      precondition(BN_rshift(number, number, excess) == 1, "libcrypto could not shift")
    }
    return number
  }

  /// bits2octets: the integer modulo the order, at the order's length (2.3.4).
  private static func reduced(
    _ hash: [UInt8], order: OpaquePointer, byteCount: Int
  ) -> [UInt8] {
    let number = integer(hash, order: order)
    defer { BN_free(number) }
    // The integer has no more bits than the order, so one subtraction reduces it.
    if BN_cmp(number, order) >= 0 {
      precondition(BN_sub(number, number, order) == 1, "libcrypto could not subtract")
    }
    return BigNumber.bytes(number, count: byteCount)
  }
}
