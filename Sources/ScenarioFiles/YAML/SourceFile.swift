/// A file's name and bytes, with the places of its lines.
package struct SourceFile: Sendable {
  package let name: String
  /// Without a byte order mark.
  let bytes: [UInt8]
  private let lineStarts: [Int]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    // A file over the limit is refused unread, so its lines are not counted either.
    lineStarts = self.bytes.count > YAMLLimits.bytes ? [0] : Self.lineStarts(in: self.bytes)
  }

  /// The line and the column of a byte, both from 1, the column in bytes.
  func position(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - lineStarts[low] + 1)
  }

  /// The byte at a line and a column; the end of the file when there is no such line.
  func offset(line: Int, column: Int) -> Int {
    guard lineStarts.indices.contains(line - 1) else { return bytes.count }
    return min(lineStarts[line - 1] + column - 1, bytes.count)
  }

  /// The bytes of a line (from 1) without its line break.
  func rangeOfLine(_ line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    return start..<end
  }

  /// The same range, ended at the end of its first line.
  func firstLine(of range: Range<Int>) -> Range<Int> {
    let line = rangeOfLine(position(of: range.lowerBound).line)
    let end = min(range.upperBound, line.upperBound)
    return range.lowerBound..<max(range.lowerBound, end)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Lines end as libyaml ends them: LF, CR, or both; other line breaks of YAML 1.1 are refused.
  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      if byte == 10 {
        starts.append(index + 1)
      } else if byte == 13, index + 1 == bytes.count || bytes[index + 1] != 10 {
        starts.append(index + 1)
      }
    }
    return starts
  }
}
