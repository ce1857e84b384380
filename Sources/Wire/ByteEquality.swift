extension StringProtocol {
  /// Whether both texts are the same bytes.
  ///
  /// Swift's `==` compares canonical equivalence, so that U+212A (the Kelvin sign) equals "K"; names
  /// and secrets of a protocol are equal only byte for byte (RFC 8259 8.3).
  package func hasSameBytes(as other: some StringProtocol) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}

extension String {
  /// As above; unequal texts, the common case in a search, are told apart without a walk.
  package func hasSameBytes(as other: String) -> Bool {
    self == other && utf8.elementsEqual(other.utf8)
  }
}
