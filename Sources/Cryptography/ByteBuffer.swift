internal import COpenSSL

/// Contiguous bytes that can be lent to libcrypto for one call: an array or a slice of one, so that
/// the signed part of a token is hashed where it lies.
package protocol ByteBuffer: Collection<UInt8>, Sendable {
  func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R
}

extension Array: ByteBuffer where Element == UInt8 {}
extension ArraySlice: ByteBuffer where Element == UInt8 {}

extension ByteBuffer {
  /// Lends the bytes as C's `unsigned char *`; an empty buffer lends a valid pointer too, because
  /// libcrypto reads a null pointer as "keep what you have".
  func withBytes<R>(_ body: (UnsafePointer<UInt8>, Int) throws -> R) rethrows -> R {
    try withUnsafeBytes { raw in
      guard let base = raw.bindMemory(to: UInt8.self).baseAddress else {
        return try withUnsafePointer(to: UInt8(0)) { try body($0, 0) }
      }
      return try body(base, raw.count)
    }
  }
}

/// Whether both hold the same bytes, in a time that depends on their lengths alone.
package func equalInConstantTime(_ a: some ByteBuffer, _ b: some ByteBuffer) -> Bool {
  guard a.count == b.count else { return false }
  return a.withBytes { left, count in
    b.withBytes { right, _ in CRYPTO_memcmp(left, right, count) == 0 }
  }
}

extension Array where Element == UInt8 {
  /// Overwrites the bytes, in a way that the optimiser keeps.
  package mutating func wipe() {
    withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
  }
}
