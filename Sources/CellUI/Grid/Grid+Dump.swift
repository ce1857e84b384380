extension Grid {
  /// The text of every row, each as many columns as the grid is wide; for golden tests and exports.
  package func lines() -> [String] {
    layer { cell, line in if !cell.isContinuation { cell.grapheme.append(to: &line) } }
  }

  /// One letter for the role of every cell.
  package func roleLines() -> [String] { layer { $1.append($0.role.letter) } }

  /// One letter for the emphasis of every cell, a blank for none.
  package func emphasisLines() -> [String] { layer { $1.append($0.emphasis.letter) } }

  private func layer(_ write: (Cell, inout String) -> Void) -> [String] {
    (0..<size.height).map { y in
      var line = ""
      for cell in row(y) { write(cell, &line) }
      return line
    }
  }
}
