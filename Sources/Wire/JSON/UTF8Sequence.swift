/// Well-formed UTF-8 sequences (RFC 3629 4).
enum UTF8Sequence {
  /// The length of the sequence that begins so; nil when it is cut off, overlong, a surrogate or
  /// beyond U+10FFFF. `following` gives the bytes behind the first, and behind the end of the text one
  /// that continues no sequence.
  @inline(__always)
  static func length(of first: UInt8, following byte: (Int) -> UInt8) -> Int? {
    switch first {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return isContinuation(byte(1)) ? 2 : nil
    case 0xE0...0xEF:
      let low: UInt8 = first == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = first == 0xED ? 0x9F : 0xBF
      guard (low...high).contains(byte(1)) else { return nil }
      return isContinuation(byte(2)) ? 3 : nil
    case 0xF0...0xF4:
      let low: UInt8 = first == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = first == 0xF4 ? 0x8F : 0xBF
      guard (low...high).contains(byte(1)) else { return nil }
      guard isContinuation(byte(2)) else { return nil }
      return isContinuation(byte(3)) ? 4 : nil
    default: return nil
    }
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
