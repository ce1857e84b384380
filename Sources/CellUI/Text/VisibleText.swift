/// A text as the cells that show it, one after the other; nothing else makes cells from text.
package struct VisibleText: Sequence {
  /// One cell's content: where it came from an escape, the drawing marks it as such, so that a real
  /// escape character cannot be taken for the two characters `^[`.
  package struct Element: Hashable, Sendable {
    package let grapheme: Grapheme
    package let width: Int
    package let isEscape: Bool
  }

  private let text: String
  private let repertoire: Repertoire

  package init(_ text: String, _ repertoire: Repertoire = .unicode) {
    self.text = text
    self.repertoire = repertoire
  }

  package func makeIterator() -> Iterator {
    Iterator(scalars: text.unicodeScalars.makeIterator(), repertoire: repertoire)
  }

  package struct Iterator: IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private let repertoire: Repertoire
    private var pending: Unicode.Scalar?
    private var escape: ArraySlice<UInt8> = []

    init(scalars: String.UnicodeScalarView.Iterator, repertoire: Repertoire) {
      self.scalars = scalars
      self.repertoire = repertoire
    }

    package mutating func next() -> Element? {
      if let byte = escape.popFirst() { return escaped(byte) }
      guard let scalar = pending ?? scalars.next() else { return nil }
      pending = nil
      guard case .drawn(let width) = Sanitizer.fate(of: scalar, repertoire) else {
        escape = Sanitizer.escape(scalar)[...]
        return escape.popFirst().map(escaped)
      }
      var grapheme = Grapheme(printable: scalar)
      while let following = scalars.next() {
        // ASCII never combines: no need to ask the tables.
        guard following.value >= 0x300, Sanitizer.fate(of: following, repertoire) == .mark,
          grapheme.add(mark: following)
        else {
          pending = following
          break
        }
      }
      return Element(grapheme: grapheme, width: width, isEscape: false)
    }

    private func escaped(_ byte: UInt8) -> Element {
      let grapheme = Grapheme(printable: Unicode.Scalar(byte))
      return Element(grapheme: grapheme, width: 1, isEscape: true)
    }
  }
}
