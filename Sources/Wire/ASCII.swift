/// ASCII comparison and trimming over UTF-8 bytes, for protocol text that is ASCII by definition.
package enum ASCII {
  @inlinable package static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 65 && byte <= 90 ? byte | 32 : byte
  }

  /// Whether both texts are equal but for the case of ASCII letters.
  package static func equalFolded(_ a: some StringProtocol, _ b: some StringProtocol) -> Bool {
    a.utf8.count == b.utf8.count && hasPrefixFolded(a, b)
  }

  /// Whether the text begins with the prefix, but for the case of ASCII letters.
  package static func hasPrefixFolded(
    _ text: some StringProtocol, _ prefix: some StringProtocol
  ) -> Bool {
    text.withBytes { text in
      prefix.withBytes { prefix in
        guard text.count >= prefix.count else { return false }
        return zip(text, prefix).allSatisfy { lower($0) == lower($1) }
      }
    }
  }

  package static func lowercased(_ text: some StringProtocol) -> String {
    text.withBytes { bytes in
      guard bytes.contains(where: { lower($0) != $0 }) else { return String(text) }
      return String(decoding: bytes.map(lower), as: UTF8.self)
    }
  }

  /// The text without spaces and tabs at both ends.
  package static func trimmed(_ text: some StringProtocol) -> String {
    text.withBytes { bytes in
      var bytes = bytes[...]
      while let first = bytes.first, first == 32 || first == 9 { bytes.removeFirst() }
      while let last = bytes.last, last == 32 || last == 9 { bytes.removeLast() }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool {
    byte | 32 >= 97 && byte | 32 <= 122
  }
}
