extension Canvas {
  /// Draws a message between two lanes, from the column next to one to the column next to the other:
  /// `─ POST /login ─────►`, or `◄───── 303 set sid#1 ─` when it goes to the left.
  ///
  /// The label stands near the sender; the arrow's head is always drawn, the label yields.
  package mutating func arrow(
    from start: Int, to end: Int, y: Int, label: StyledLine = [], dashed: Bool = false,
    role: StyleRole = .normal
  ) {
    let left = min(start, end)
    let right = max(start, end)
    let rightwards = end >= start
    let shaft = dashed ? glyphs.dashed : glyphs.horizontal
    for x in left...right { glyph(shaft, x: x, y: y, role: role) }
    glyph(
      rightwards ? glyphs.arrowRight : glyphs.arrowLeft, x: end, y: y, role: role)
    // Shaft, blank, label, blank, shaft, head.
    let room = right - left + 1 - 5
    guard room > 0, !label.isEmpty else { return }
    let padded: StyledLine = [" "] + label + [" "]
    let width = min(room, label.displayWidth(glyphs.repertoire)) + 2
    let x = rightwards ? left + 1 : right - width
    if width == room + 2 {
      text(" ", x: x, y: y)
      line(label, x: x + 1, y: y, width: room)
      text(" ", x: x + width - 1, y: y)
    } else {
      line(padded, x: x, y: y)
    }
  }
}
