import CellUI

/// The last line of a screen: keys and words from the table, or a word on what was just done.
struct Footer {
  let glyphs: Glyphs

  func draw(
    _ bindings: [(key: String, word: String)], notice: String?, right: String = "",
    on canvas: inout Canvas, in row: Rect
  ) {
    guard !row.isEmpty else { return }
    if let notice {
      canvas.line([Span(" \(notice)", .accent)], in: row)
      return
    }
    var line: StyledLine = [Span(" ")]
    var width = 1
    let rightWidth = TextWidth.of(right, glyphs.repertoire)
    for binding in bindings {
      let cost = TextWidth.of("\(binding.key) \(binding.word)", glyphs.repertoire) + 3
      guard width + cost + rightWidth <= row.width else { break }
      line += [Span(binding.key, .key), Span(" \(binding.word)   ", .keyHint)]
      width += cost
    }
    canvas.line(line, right: [Span(right, .keyHint)], in: row)
  }
}
