/// The text that bytes from a file or a pipe stand for.
enum InputText {
  /// A byte order mark is taken off, UTF-16 (what some shells write) is read as such, and a byte
  /// that is no UTF-8 becomes a question mark, so that every other byte keeps its place.
  static func read(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) { return wide(bytes, first: 0, second: 8) }
    if bytes.starts(with: [0xFE, 0xFF]) { return wide(bytes, first: 8, second: 0) }
    let rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: rest, as: UTF8.self) { return text }
    return String(decoding: rest.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
  }

  /// Without the white space at its ends, which editors and pipes put there.
  static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(where: { !isWhiteSpace($0) }),
      let last = bytes.lastIndex(where: { !isWhiteSpace($0) })
    else { return "" }
    return String(decoding: bytes[start...last], as: UTF8.self)
  }

  static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private static func wide(_ bytes: [UInt8], first: UInt16, second: UInt16) -> String {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << first | UInt16(bytes[$0 + 1]) << second
    }
    return String(decoding: units, as: UTF16.self)
  }
}
