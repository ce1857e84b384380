/// Breaks paragraphs into lines of a width: between words, inside only of words that are too long.
package enum Wrap {
  /// The lines of a text; a line feed in it begins a new one. Always at least one line.
  package static func lines(
    _ text: String, width: Int, hanging: Int = 0, _ repertoire: Repertoire = .unicode
  ) -> [String] {
    lines([Span(text)], width: width, hanging: hanging, repertoire).map(\.plainText)
  }

  /// The lines of a styled paragraph; from the second on they stand `hanging` columns in.
  ///
  /// The text comes back sanitised, its escapes in their own role. A grapheme wider than the width
  /// is left out, so that a line never is wider than asked.
  package static func lines(
    _ line: StyledLine, width: Int, hanging: Int = 0, _ repertoire: Repertoire = .unicode
  ) -> [StyledLine] {
    guard width > 0 else { return [[]] }
    let indent = max(0, min(hanging, width - 2))
    var result: [StyledLine] = []
    for paragraph in paragraphs(line) {
      var breaker = LineBreaker(width: width, indent: indent)
      for span in paragraph {
        for element in VisibleText(span.text, repertoire) where element.width <= width {
          breaker.add(Cell(element, role: span.role, emphasis: span.emphasis))
        }
      }
      result += breaker.finish()
    }
    return result
  }

  /// The parts between line feeds; a carriage return before one belongs to it.
  private static func paragraphs(_ line: StyledLine) -> [StyledLine] {
    var result: [StyledLine] = [[]]
    for span in line {
      let parts = span.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      for (index, part) in parts.enumerated() {
        if index > 0 { result.append([]) }
        if !part.isEmpty {
          result[result.count - 1].append(Span(String(part), span.role, span.emphasis))
        }
      }
    }
    return result
  }
}
