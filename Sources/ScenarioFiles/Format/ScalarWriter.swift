/// Writes a scalar again, in the style that it had.
struct ScalarWriter {
  let file: SourceFile
  let width: Int

  /// On one line, as it stands inside of braces and brackets.
  func inline(_ node: Node, _ scalar: Node.Scalar) -> String {
    let raw = file.text(node.range)
    if !raw.utf8.contains(10), scalar.style != .literal, scalar.style != .folded { return raw }
    if scalar.text.utf8.contains(10) { return Self.doubleQuoted(scalar.text) }
    switch scalar.style {
    case .plain: return scalar.text
    case .singleQuoted: return "'" + scalar.text.replacing("'", with: "''") + "'"
    case .doubleQuoted, .literal, .folded: return Self.doubleQuoted(scalar.text)
    }
  }

  /// On lines of its own or behind a key that ends at `column`; the first line goes behind it, the
  /// others are indented.
  func block(_ node: Node, _ scalar: Node.Scalar, column: Int, indent: Int) -> [String] {
    switch scalar.style {
    case .literal, .folded:
      return Self.lines(of: scalar, indent: indent, width: width)
        ?? [Self.doubleQuoted(scalar.text)]
    case .plain, .singleQuoted, .doubleQuoted:
      return wrapped(inline(node, scalar), column: column, indent: indent)
    }
  }

  /// Breaks at single spaces only, which is what a line break inside a scalar reads as.
  private func wrapped(_ text: String, column: Int, indent: Int) -> [String] {
    guard column + Visible.width(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    var space = column
    for word in Self.words(of: text) {
      if line.isEmpty {
        line = word
      } else if space + Visible.width(line) + 1 + Visible.width(word) <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = word
        space = indent
      }
    }
    return lines + [line]
  }

  /// The parts between which a line may break: not beside another space, not behind a backslash,
  /// not before a `#`.
  private static func words(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    var words: [String] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 32 && index > 0 && index + 1 < bytes.count {
      let before = bytes[index - 1]
      let after = bytes[index + 1]
      let isEdge = index == 1 && (before == UInt8(ascii: "\"") || before == UInt8(ascii: "'"))
      guard before != 32, after != 32, before != UInt8(ascii: "\\"), after != UInt8(ascii: "#"),
        !isEdge, !isClosing(bytes, index + 1)
      else { continue }
      words.append(String(decoding: bytes[start..<index], as: UTF8.self))
      start = index + 1
    }
    return words + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  /// The quote at the end alone would take its space with it.
  private static func isClosing(_ bytes: [UInt8], _ index: Int) -> Bool {
    index == bytes.count - 1 && (bytes[index] == UInt8(ascii: "\"") || bytes[index] == 39)
  }

  /// `|` or `>` with lines below; nil when the text begins with what reads as indentation.
  private static func lines(of scalar: Node.Scalar, indent: Int, width: Int) -> [String]? {
    var text = scalar.text
    var breaks = 0
    while text.utf8.last == 10 {
      text.removeLast()
      breaks += 1
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first, !first.isEmpty, !isIndented(first),
      !text.utf8.contains(13), !text.utf8.contains(9)
    else { return nil }
    let chomping = breaks == 0 ? "-" : breaks == 1 ? "" : "+"
    let isFolded = scalar.style == .folded && !lines.contains { isIndented($0) }
    if isFolded { lines = fold(lines, width: width - indent) }
    let end = [String](repeating: "", count: max(0, breaks - 1))
    return [(isFolded ? ">" : "|") + chomping] + lines + end
  }

  private static func isIndented(_ line: String) -> Bool { line.utf8.first == 32 }

  /// A line break of the text is an empty line more.
  private static func fold(_ paragraphs: [String], width: Int) -> [String] {
    var out: [String] = []
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0, !paragraph.isEmpty, !paragraphs[index - 1].isEmpty { out.append("") }
      if paragraph.isEmpty {
        out.append("")
        continue
      }
      if index > 0, paragraphs[index - 1].isEmpty { out.append("") }
      var line = ""
      for word in words(of: paragraph) {
        if !line.isEmpty, Visible.width(line) + 1 + Visible.width(word) > width {
          out.append(line)
          line = word
        } else {
          line += (line.isEmpty ? "" : " ") + word
        }
      }
      out.append(line)
    }
    return out
  }

  static func doubleQuoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map { escaped($0) }.joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\t": return "\\t"
    case "\r": return "\\r"
    default: break
    }
    if scalar.value >= 0x20, scalar.value < 0x7F || scalar.value >= 0xA0 {
      if scalar.value < 0x2028 || scalar.value > 0x2029, scalar.value != 0xFEFF {
        return String(scalar)
      }
    }
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
}
