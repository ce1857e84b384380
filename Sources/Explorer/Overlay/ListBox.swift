import CellUI

/// A box over the screen with rows to choose from; a row may take several lines.
struct ListBox {
  let title: String
  let note: StyledLine
  /// The lines above the rows, that do not scroll.
  var head: [StyledLine] = []
  let rows: [[StyledLine]]
  let selected: Int?
  /// The lines below the rows, that do not scroll.
  var foot: [StyledLine] = []

  static func width(_ bounds: Rect, most: Int = 110) -> Int { min(most, bounds.width - 2) }

  /// The columns that the rows' lines may have.
  static func lineWidth(_ bounds: Rect, most: Int = 110) -> Int {
    max(1, width(bounds, most: most) - 4)
  }

  func draw(on canvas: inout Canvas, most: Int = 110) {
    let bounds = canvas.bounds
    let wanted = head.count + foot.count + rows.reduce(0) { $0 + $1.count }
    let size = Size(
      width: Self.width(bounds, most: most), height: min(bounds.height, max(3, wanted + 2)))
    let inner = canvas.box(title, note: note, in: bounds.centered(size), focused: true)
    // Where it is tight the rows come first.
    let above = inner.height >= head.count + foot.count + 2 ? head.count : 0
    let below = inner.height >= above + foot.count + 2 ? foot.count : 0
    let (top, rest) = inner.splitTop(above)
    let (middle, bottom) = rest.splitBottom(below)
    canvas.lines(head, in: top)
    canvas.lines(foot, in: bottom)
    drawRows(on: &canvas, in: middle)
  }

  func drawRows(on canvas: inout Canvas, in rect: Rect) {
    var lines: [StyledLine] = []
    var chosen: Range<Int>?
    var rowOfLine: [Int] = []
    for (index, row) in rows.enumerated() {
      let isSelected = index == selected
      if isSelected { chosen = lines.count..<lines.count + row.count }
      for (line, text) in row.enumerated() {
        let marker = isSelected && line == 0 ? "\(canvas.glyphs.marker) " : "  "
        lines.append([Span(marker, .accent)] + text)
        rowOfLine.append(index)
      }
    }
    var scroll = Scroll(contentHeight: lines.count, viewHeight: rect.height)
    if let chosen {
      scroll.reveal(chosen.upperBound - 1, margin: 1)
      scroll.reveal(chosen.lowerBound, margin: chosen.lowerBound > 0 ? 1 : 0)
    }
    canvas.clipped(to: rect) { canvas in
      canvas.lines(lines[scroll.visible], in: rect)
      for line in chosen ?? 0..<0 where scroll.visible.contains(line) {
        canvas.restyle(rect.row(line - scroll.offset), adding: .selected)
      }
    }
    for line in scroll.visible {
      canvas.place(rect.row(line - scroll.offset), ClickTarget.row(rowOfLine[line]))
    }
    canvas.scrollMarks(scroll, in: rect)
  }
}
