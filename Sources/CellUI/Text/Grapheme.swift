/// What one cell shows: a base character and up to two combining marks.
///
/// Only the sanitiser and the glyph tables make graphemes, so that a control character can never
/// stand in a grid. Three scalars of 21 bits fill one word, which keeps grids flat and comparable.
package struct Grapheme: Hashable, Sendable {
  package static let maximumMarks = 2

  /// Base in the low 21 bits, then the marks; zero for none.
  package private(set) var packed: UInt64

  /// The caller vouches that the scalar is printable.
  init(printable base: Unicode.Scalar) { packed = UInt64(base.value) }

  package static let space = Grapheme(printable: " ")

  /// Adds a mark above or below; false if there is no room for it.
  mutating func add(mark: Unicode.Scalar) -> Bool {
    if packed >> 21 == 0 {
      packed |= UInt64(mark.value) << 21
    } else if packed >> 42 == 0 {
      packed |= UInt64(mark.value) << 42
    } else {
      return false
    }
    return true
  }

  /// The scalars, base first.
  package var scalars: [Unicode.Scalar] {
    [packed & 0x1F_FFFF, packed >> 21 & 0x1F_FFFF, packed >> 42 & 0x1F_FFFF]
      .filter { $0 != 0 }
      .compactMap { Unicode.Scalar(UInt32($0)) }
  }

  package func append(to text: inout String) {
    for scalar in scalars { text.unicodeScalars.append(scalar) }
  }
}
