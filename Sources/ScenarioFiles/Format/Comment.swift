/// A comment of a YAML file, which libyaml throws away.
struct Comment {
  let range: Range<Int>
  /// From `#` on, without spaces at its end.
  let text: String
  let line: Int
  /// From 1.
  let column: Int
  /// Alone on its line.
  let isOwnLine: Bool
  /// Whether the line above is empty.
  let followsBlank: Bool

  /// The comments of a file: every `#` that stands in no scalar and begins a word.
  static func all(in file: SourceFile, scalars: [Range<Int>]) -> [Comment] {
    var comments: [Comment] = []
    var offset = 0
    for scalar in scalars.sorted(by: { $0.lowerBound < $1.lowerBound }) + [file.endRange] {
      while offset < scalar.lowerBound {
        guard file.bytes[offset] == UInt8(ascii: "#") else {
          offset += 1
          continue
        }
        let comment = Comment(at: offset, in: file)
        comments.append(comment)
        offset = comment.range.upperBound
      }
      offset = max(offset, scalar.upperBound)
    }
    return comments
  }

  init(at offset: Int, in file: SourceFile) {
    (line, column) = file.position(of: offset)
    let whole = file.rangeOfLine(line)
    var end = whole.upperBound
    while end > offset, file.bytes[end - 1] == 32 || file.bytes[end - 1] == 9 { end -= 1 }
    range = offset..<end
    text = file.text(range)
    isOwnLine = file.bytes[whole.lowerBound..<offset].allSatisfy { $0 == 32 || $0 == 9 }
    followsBlank = line > 1 && file.isBlank(line: line - 1)
  }
}

extension SourceFile {
  var endRange: Range<Int> { bytes.count..<bytes.count }

  func isBlank(line: Int) -> Bool {
    bytes[rangeOfLine(line)].allSatisfy { $0 == 32 || $0 == 9 }
  }
}
