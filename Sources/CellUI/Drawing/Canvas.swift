/// A frame while it is drawn: a grid, the glyphs to draw with, and the part that may be drawn on.
///
/// All text passes the sanitiser here, and everything is clipped to `clip`.
package struct Canvas {
  package private(set) var grid: Grid
  package let glyphs: Glyphs
  /// Nothing outside this rectangle changes.
  package private(set) var clip: Rect
  /// Whether somebody asks where things are; a frame that is only shown saves the work.
  package let notesPlaces: Bool
  package internal(set) var places: [ClickPlace] = []

  package init(size: Size, glyphs: Glyphs = .unicode, notesPlaces: Bool = false) {
    grid = Grid(size: size)
    self.glyphs = glyphs
    self.notesPlaces = notesPlaces
    clip = Rect(size)
  }

  package var bounds: Rect { grid.bounds }

  /// Draws with a smaller clip; what `draw` puts outside `rect` is lost.
  @discardableResult
  package mutating func clipped<Result>(
    to rect: Rect, _ draw: (inout Canvas) -> Result
  ) -> Result {
    let outer = clip
    clip = outer.intersection(rect)
    defer { clip = outer }
    return draw(&self)
  }

  /// Fills a rectangle with blanks of a role.
  package mutating func fill(_ rect: Rect, role: StyleRole = .normal, emphasis: Emphasis = []) {
    let area = clip.intersection(rect)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX { grid.put(.blank(role, emphasis), x: x, y: y) }
    }
  }

  /// Changes the role or adds to the emphasis of what is already drawn.
  package mutating func restyle(
    _ rect: Rect, role: StyleRole? = nil, adding emphasis: Emphasis = []
  ) {
    grid.restyle(clip.intersection(rect), role: role, adding: emphasis)
  }

  /// Puts one cell if all of it is inside the clip.
  mutating func put(_ cell: Cell, x: Int, y: Int) {
    guard y >= clip.y, y < clip.maxY, x >= clip.x, x + max(1, Int(cell.width)) <= clip.maxX else {
      return
    }
    grid.put(cell, x: x, y: y)
  }

  /// Puts one glyph of the frame.
  package mutating func glyph(_ glyph: Character, x: Int, y: Int, role: StyleRole = .border) {
    for element in VisibleText(String(glyph), glyphs.repertoire).prefix(1) {
      put(Cell(element, role: role, emphasis: []), x: x, y: y)
    }
  }
}

extension Cell {
  /// What a sanitised element looks like: an escape has a role of its own.
  init(_ element: VisibleText.Element, role: StyleRole, emphasis: Emphasis) {
    self.init(
      element.grapheme, width: UInt8(element.width), role: element.isEscape ? .escape : role,
      emphasis: emphasis)
  }
}
