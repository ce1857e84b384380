/// Words in lines that fit a page.
enum Paragraph {
  private static let width = 100

  /// The first line behind `indent` spaces, the others behind `hanging`, or as many.
  static func wrapped(_ text: String, indent: Int = 0, hanging: Int? = nil) -> String {
    let first = String(repeating: " ", count: indent)
    let rest = String(repeating: " ", count: hanging ?? indent)
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = rest + word
      } else {
        line += (isEmpty ? "" : " ") + word
      }
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
