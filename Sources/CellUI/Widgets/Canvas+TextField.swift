extension Canvas {
  /// Draws the part of a field around its cursor; returns the place of the hardware cursor.
  @discardableResult
  package mutating func field(
    _ field: TextField, in rect: Rect, role: StyleRole = .normal, hint: String = ""
  ) -> Point {
    guard !rect.isEmpty else { return rect.origin }
    fill(rect.row(0), role: role)
    if field.isEmpty { line([Span(hint, .dim)], in: rect) }
    let widths = field.characters.map { TextWidth.of(String($0), glyphs.repertoire) }
    let cursor = widths[..<field.cursor].reduce(0, +)
    // The character under the cursor is in sight, and so is a place after the last one.
    let under = field.cursor < widths.count ? min(widths[field.cursor], rect.width - 1) : 0
    let start = max(0, cursor + under - (rect.width - 1))
    clipped(to: rect.row(0)) { canvas in
      canvas.line([Span(field.text, role)], x: rect.x - start, y: rect.y, ending: .cut)
    }
    markCut(field, before: start, total: widths.reduce(0, +), in: rect)
    return Point(x: rect.x + cursor - start, y: rect.y)
  }

  /// Shows that there is more text to the left or right.
  private mutating func markCut(_ field: TextField, before start: Int, total: Int, in rect: Rect) {
    guard rect.width >= 3 else { return }
    if start > 0 { glyph(glyphs.arrowLeft, x: rect.x, y: rect.y, role: .dim) }
    if total - start > rect.width {
      glyph(glyphs.arrowRight, x: rect.maxX - 1, y: rect.y, role: .dim)
    }
  }
}
