/// The parts of a message as lines of text for people to read.
enum MessageText {
  /// One line: a control character that would end it or hide it is written as an escape.
  static func line(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(where: { $0 < 32 && $0 != 9 || $0 == 127 }) else {
      return String(text)
    }
    return text.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar.value {
      case 13: out += "\\r"
      case 10: out += "\\n"
      case 9: out.unicodeScalars.append(scalar)
      case 0..<32, 127: out += "\\x" + (scalar.value < 16 ? "0" : "") + hex(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
  }

  /// A blank line and the body's own lines; nothing for an empty body.
  static func body(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    // By scalars: Swift takes CR LF together for one character.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return [""] + lines.map { line(Substring($0.last == "\r" ? $0.dropLast() : $0)) }
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    String(scalar.value, radix: 16, uppercase: true)
  }
}
