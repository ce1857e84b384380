/// Characters of a JSON string that stand for themselves and are ASCII, passed over eight at a time.
enum PlainText {
  /// An index up to which all bytes are plain; the byte there may be plain, too.
  @inline(__always)
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var index = start
    while index + 8 <= bytes.count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      let marks = marks(UInt64(littleEndian: word))
      if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
      index += 8
    }
    return index
  }

  /// The next quote or backslash, or the end.
  @inline(__always)
  static func stringEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var index = start
    while index + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let found = ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash) & (ones &* 0x80)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
    return index
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The top bit of the first byte that is a quote, a backslash, a control character or no ASCII;
  /// zero where there is none. Behind the first the bits may be wrong.
  private static func marks(_ word: UInt64) -> UInt64 {
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let control = (word &- (ones &* 0x20)) & ~word
    let found = (quote &- ones) & ~quote | (backslash &- ones) & ~backslash | control | word
    return found & (ones &* 0x80)
  }
}
