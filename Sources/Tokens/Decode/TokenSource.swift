/// A token's characters as they were found, with the place of each in the text around it.
struct TokenSource {
  /// The characters that belong to the token.
  let bytes: [UInt8]
  /// For each of them, its offset in the text.
  private let offsets: [Int]
  var notes: [TokenNote] = []

  /// The bytes of a stretch of the text, white space left out.
  init(_ text: [UInt8], _ range: Range<Int>, offset: Int = 0) {
    let kept = range.filter { !Self.isWhiteSpace(text[$0]) }
    bytes = kept.map { text[$0] }
    offsets = kept.map { $0 + offset }
    if kept.count != range.count {
      notes.append(
        TokenNote(.whiteSpace, span: range.lowerBound + offset..<range.upperBound + offset))
    }
  }

  static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte)
  }

  /// The stretch of the text from the first to the last of these characters.
  func span(_ range: Range<Int>) -> Range<Int> {
    guard let first = offsets[range].first, let last = offsets[range].last else {
      let place = range.lowerBound < offsets.count ? offsets[range.lowerBound] : end
      return place..<place
    }
    return first..<last + 1
  }

  var span: Range<Int> { span(0..<bytes.count) }

  private var end: Int { (offsets.last ?? -1) + 1 }

  /// The parts between the dots.
  var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: ".") {
      parts.append(start..<index)
      start = index + 1
    }
    return parts + [start..<bytes.count]
  }
}
