/// A frame: rows of cells, compared and diffed as a value.
///
/// Nothing can be drawn outside, and no wide grapheme is ever cut in half: writing over one half
/// blanks the other, and one that would stick out is not drawn.
package struct Grid: Hashable, Sendable {
  package let size: Size
  /// Row by row, `size.width` cells each.
  package private(set) var cells: [Cell]

  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  package var bounds: Rect { Rect(size) }

  /// The cell at a place; blank outside.
  package subscript(x: Int, y: Int) -> Cell {
    contains(x, y) ? cells[y * size.width + x] : .blank
  }

  package func row(_ y: Int) -> ArraySlice<Cell> {
    guard y >= 0, y < size.height else { return [] }
    return cells[y * size.width..<(y + 1) * size.width]
  }

  private func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && x < size.width && y >= 0 && y < size.height
  }

  /// Puts a cell, and the right half of a wide one.
  mutating func put(_ cell: Cell, x: Int, y: Int) {
    guard contains(x, y), contains(x + max(1, Int(cell.width)) - 1, y), cell.width > 0 else {
      return
    }
    let index = y * size.width + x
    breakWide(around: index)
    cells[index] = cell
    if cell.width == 2 {
      breakWide(around: index + 1)
      var half = cell
      half.grapheme = .space
      half.width = 0
      cells[index + 1] = half
    }
  }

  /// Gives a stretch of a row another role or emphasis and leaves its text.
  mutating func restyle(
    _ rect: Rect, role: StyleRole? = nil, adding emphasis: Emphasis = []
  ) {
    let area = bounds.intersection(rect)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX {
        let index = y * size.width + x
        if let role { cells[index].role = role }
        cells[index].emphasis.formUnion(emphasis)
      }
    }
  }

  /// Blanks the other half of a wide grapheme of which one half is about to be overwritten.
  private mutating func breakWide(around index: Int) {
    let cell = cells[index]
    if cell.width == 2 {
      cells[index + 1] = .blank(cell.role, cell.emphasis)
    } else if cell.width == 0 {
      cells[index - 1] = .blank(cell.role, cell.emphasis)
      cells[index] = .blank(cell.role, cell.emphasis)
    }
  }
}
