/// Looks for a text without regard to the case of ASCII letters.
struct FoldedSearch: Hashable, Sendable {
  private let wanted: [UInt8]

  init(_ text: String) { wanted = text.utf8.map(Self.folded) }

  var isEmpty: Bool { wanted.isEmpty }

  func isIn(_ text: String) -> Bool { first(in: text) != nil }

  /// The byte at which it first begins.
  func first(in text: String, from start: Int = 0) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      guard !wanted.isEmpty, bytes.count - start >= wanted.count else { return nil }
      for at in start...(bytes.count - wanted.count) where Self.folded(bytes[at]) == wanted[0] {
        if wanted.indices.allSatisfy({ Self.folded(bytes[at + $0]) == wanted[$0] }) { return at }
      }
      return nil
    }
  }

  /// Every place, one behind the other.
  func all(in text: String) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = 0
    while let at = first(in: text, from: start) {
      out.append(at..<at + wanted.count)
      start = at + wanted.count
    }
    return out
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte >= 65 && byte <= 90 ? byte + 32 : byte
  }
}
