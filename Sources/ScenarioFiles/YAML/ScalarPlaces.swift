/// Finds the bytes of a file that a part of a scalar's text was written in.
enum ScalarPlaces {
  /// The whole scalar where quotes, escapes or block style make it impossible to say.
  static func range(of part: Range<Int>, in node: Node, of file: SourceFile) -> Range<Int> {
    guard let scalar = node.scalar else { return node.headline }
    var start = node.range.lowerBound
    switch scalar.style {
    case .literal, .folded: return file.firstLine(of: node.range)
    case .singleQuoted, .doubleQuoted: start += 1
    case .plain: break
    }
    let raw = file.bytes[start..<max(start, node.range.upperBound)]
    guard let lower = offset(of: part.lowerBound, text: scalar.text, raw: raw),
      let upper = offset(of: part.upperBound, text: scalar.text, raw: raw)
    else { return node.range }
    return lower..<max(lower, upper)
  }

  /// Walks text and source side by side; a line break and its indentation are one space.
  private static func offset(of wanted: Int, text: String, raw: ArraySlice<UInt8>) -> Int? {
    var source = raw.startIndex
    for (index, byte) in text.utf8.enumerated() {
      if index == wanted { return source }
      guard source < raw.endIndex else { return nil }
      if raw[source] == byte {
        source += 1
      } else if byte == 32, isBreak(raw[source]) {
        while source < raw.endIndex, raw[source] == 32 || isBreak(raw[source]) { source += 1 }
      } else {
        return nil
      }
    }
    return source <= raw.endIndex ? source : nil
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
}
