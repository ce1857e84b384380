extension StringProtocol {
  /// Whether both texts are the same bytes.
  ///
  /// Swift's `==` compares canonical equivalence, so that U+212A (the Kelvin sign) equals "K"; names
  /// and secrets of a protocol are equal only byte for byte (RFC 8259 8.3).
  package func hasSameBytes(as other: some StringProtocol) -> Bool {
    utf8.count == other.utf8.count
      && withBytes { left in other.withBytes { right in left.elementsEqual(right) } }
  }

  /// The UTF-8 in one piece; copied only when the text does not hold it so already.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}
