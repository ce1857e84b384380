#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension StringProtocol {
  /// Whether both texts are the same bytes.
  ///
  /// Swift's `==` compares canonical equivalence, so that U+212A (the Kelvin sign) equals "K"; names
  /// and secrets of a protocol are equal only byte for byte (RFC 8259 8.3).
  package func hasSameBytes(as other: some StringProtocol) -> Bool {
    utf8.count == other.utf8.count
      && withBytes { left in other.withBytes { right in left.holdsSameBytes(as: right) } }
  }

  /// The UTF-8 in one piece; copied only when the text does not hold it so already.
  @inlinable @inline(__always)
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}

extension String {
  /// As above, without what the general form costs: every token has dozens of these comparisons.
  package func hasSameBytes(as other: String) -> Bool {
    utf8.count == other.utf8.count
      && withBytes { left in other.withBytes { right in left.holdsSameBytes(as: right) } }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Not in constant time: what is secret is compared by Cryptography.
  @inline(__always)
  package func holdsSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard let left = baseAddress, let right = other.baseAddress else { return true }
    return memcmp(left, right, count) == 0
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The first place of a byte from an offset on.
  package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
