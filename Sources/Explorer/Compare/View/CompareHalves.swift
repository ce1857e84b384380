import CellUI

/// The two columns of a comparison, and lines that run down both.
struct CompareHalves {
  let width: Int
  let glyphs: Glyphs

  /// The columns of the left half, and the column of the line between them.
  var leftWidth: Int { max(1, (width - 1) / 2) }
  var rightWidth: Int { max(1, width - leftWidth - 1) }

  /// Two paragraphs side by side.
  func lines(_ left: StyledLine, _ right: StyledLine, hanging: Int = 8) -> [StyledLine] {
    let a = Wrap.lines(left, width: leftWidth - 1, hanging: hanging, glyphs.repertoire)
    let b = Wrap.lines(right, width: rightWidth, hanging: hanging, glyphs.repertoire)
    return (0..<max(a.count, b.count)).map { index in
      let line = index < a.count ? a[index] : []
      let gap = max(0, leftWidth - line.displayWidth(glyphs.repertoire))
      return line + [Span(String(repeating: " ", count: gap)), Span("\(glyphs.vertical)", .border)]
        + (index < b.count ? b[index] : [])
    }
  }
}
