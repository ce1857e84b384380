/// Diagnostics for people: place, sentence, the line with a caret, what to do.
package enum DiagnosticText {
  package static func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { render($0) }.joined()
  }

  package static func render(_ diagnostic: Diagnostic) -> String {
    let place = Visible.text(diagnostic.file) + ":\(diagnostic.line):\(diagnostic.column)"
    var out = "\(place): \(diagnostic.severity.rawValue): \(diagnostic.message)"
    out += " [\(diagnostic.code)]\n"
    guard !diagnostic.excerpt.isEmpty else {
      if let hint = diagnostic.hint { out += "  \(hint)\n" }
      return out
    }
    let window = ExcerptWindow(diagnostic)
    let number = "\(diagnostic.line)"
    let margin = String(repeating: " ", count: number.count)
    out += "  \(number) | \(window.text)\n"
    out += "  \(margin) | \(window.caret)"
    if let hint = diagnostic.hint { out += " \(hint)" }
    return out + "\n"
  }
}

/// The part of a line around its mistake, escaped, with the caret under it.
struct ExcerptWindow {
  private static let before = 60
  private static let after = 90

  let text: String
  let caret: String

  init(_ diagnostic: Diagnostic) {
    let bytes = Array(diagnostic.excerpt.utf8)
    let start = min(diagnostic.column - 1, bytes.count)
    let end = min(start + diagnostic.length, bytes.count)
    let from = Self.boundary(start - Self.before, in: bytes)
    let to = Self.boundary(start + Self.after, in: bytes)
    let head = (from > 0 ? "..." : "") + Self.visible(bytes[from..<start])
    let marked = Self.visible(bytes[start..<min(end, to)])
    let tail = Self.visible(bytes[min(end, to)..<to]) + (to < bytes.count ? "..." : "")
    text = head + marked + tail
    caret =
      String(repeating: " ", count: Visible.width(head))
      + String(repeating: "^", count: max(1, Visible.width(marked)))
  }

  private static func visible(_ bytes: ArraySlice<UInt8>) -> String {
    // A tab would move the caret away from its place.
    Visible.text(String(decoding: bytes.map { $0 == 9 ? 32 : $0 }, as: UTF8.self))
  }

  /// The nearest index at or before that begins a character.
  private static func boundary(_ index: Int, in bytes: [UInt8]) -> Int {
    var index = max(0, min(index, bytes.count))
    while index > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
