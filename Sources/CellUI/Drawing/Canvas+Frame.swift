extension Canvas {
  /// Draws a horizontal rule, with a title at the left and a note at the right if there is room:
  /// `─1 Sequence──────this message / full─`.
  ///
  /// The title outlives the note, and both outlive the line between them.
  package mutating func rule(
    _ title: StyledLine = [], note: StyledLine = [], in rect: Rect, role: StyleRole = .border
  ) {
    guard !rect.isEmpty else { return }
    for x in rect.x..<rect.maxX { glyph(glyphs.horizontal, x: x, y: rect.y, role: role) }
    let inside = rect.inset(left: 1, right: 1).row(0)
    let used = line(title, in: inside)
    let room = inside.splitLeft(used == 0 ? 0 : used + 1).rest
    let wanted = note.displayWidth(glyphs.repertoire)
    if wanted > 0, wanted <= room.width { line(note, in: room, alignment: .trailing) }
  }

  /// Draws a vertical separator over the height of a rectangle's first column.
  package mutating func separator(in rect: Rect, role: StyleRole = .border) {
    guard rect.width > 0 else { return }
    for y in rect.y..<rect.maxY { glyph(glyphs.vertical, x: rect.x, y: y, role: role) }
  }

  /// Draws a pane: a rule with its title, the content below; returns the place for the content.
  ///
  /// The pane with the focus has its rule in the focus role and a marker before its title, so that
  /// the focus shows without colours too.
  @discardableResult
  package mutating func pane(
    _ title: String, note: StyledLine = [], in rect: Rect, focused: Bool = false
  ) -> Rect {
    let (top, content) = rect.splitTop(1)
    let role: StyleRole = focused ? .focusBorder : .border
    let marker = focused ? "\(glyphs.marker)" : ""
    let titleRole: StyleRole = focused ? .focusBorder : .heading
    rule([Span(marker + title, titleRole)], note: note, in: top, role: role)
    return content
  }

  /// Draws a closed box over what is there and clears its inside; returns the place for the content.
  @discardableResult
  package mutating func box(
    _ title: String = "", note: StyledLine = [], in rect: Rect, focused: Bool = false
  ) -> Rect {
    guard rect.width >= 2, rect.height >= 2 else { return rect.inset(dx: 1, dy: 1) }
    let role: StyleRole = focused ? .focusBorder : .border
    fill(rect)
    let titleRole: StyleRole = focused ? .focusBorder : .heading
    let edge = rect.inset(dx: 1)
    rule([Span(title, titleRole)], note: note, in: edge.row(0), role: role)
    rule(in: edge.row(rect.height - 1), role: role)
    separator(in: rect, role: role)
    separator(in: rect.splitRight(1).right, role: role)
    glyph(glyphs.topLeft, x: rect.x, y: rect.y, role: role)
    glyph(glyphs.topRight, x: rect.maxX - 1, y: rect.y, role: role)
    glyph(glyphs.bottomLeft, x: rect.x, y: rect.maxY - 1, role: role)
    glyph(glyphs.bottomRight, x: rect.maxX - 1, y: rect.maxY - 1, role: role)
    return rect.inset(dx: 1, dy: 1)
  }
}
