/// Where a line stands when it is narrower than its place.
package enum Alignment: Hashable, Sendable {
  case leading, trailing, center
}

/// How a line ends that is wider than its place.
package enum LineEnding: Hashable, Sendable {
  case ellipsis, cut
}

extension Canvas {
  /// Draws a text on one line; returns the columns that it took.
  @discardableResult
  package mutating func text(
    _ text: String, x: Int, y: Int, width: Int = .max, role: StyleRole = .normal,
    emphasis: Emphasis = []
  ) -> Int {
    line([Span(text, role, emphasis)], x: x, y: y, width: width)
  }

  /// Draws a line of spans, no wider than `width` and the clip; returns the columns taken.
  @discardableResult
  package mutating func line(
    _ line: StyledLine, x: Int, y: Int, width: Int = .max, ending: LineEnding = .ellipsis
  ) -> Int {
    guard y >= clip.y, y < clip.maxY else { return 0 }
    let room = max(0, min(width, clip.maxX - x))
    let cells = cells(of: line, room: room, ending)
    var column = x
    for cell in cells {
      put(cell, x: column, y: y)
      column += Int(cell.width)
    }
    return column - x
  }

  /// Draws a line in the first row of a rectangle.
  @discardableResult
  package mutating func line(
    _ line: StyledLine, in rect: Rect, alignment: Alignment = .leading
  ) -> Int {
    guard !rect.isEmpty else { return 0 }
    let slack =
      alignment == .leading ? 0 : max(0, rect.width - line.displayWidth(glyphs.repertoire))
    let shift =
      switch alignment {
      case .leading: 0
      case .trailing: slack
      case .center: slack / 2
      }
    return self.line(line, x: rect.x + shift, y: rect.y, width: rect.width - shift)
  }

  /// Draws lines from the top of a rectangle; those that do not fit are left out.
  package mutating func lines(_ lines: some Sequence<StyledLine>, in rect: Rect) {
    for (index, line) in lines.prefix(rect.height).enumerated() {
      self.line(line, in: rect.row(index))
    }
  }

  /// Draws a line at the left and one at the right of the same row; the right one yields.
  package mutating func line(_ left: StyledLine, right: StyledLine, in rect: Rect) {
    let used = line(left, in: rect)
    let rest = rect.splitLeft(used + 1).rest
    let wanted = right.displayWidth(glyphs.repertoire)
    if wanted <= rest.width { line(right, in: rest, alignment: .trailing) }
  }

  /// The cells of a line in at most `room` columns.
  private func cells(of line: StyledLine, room: Int, _ ending: LineEnding) -> [Cell] {
    var cells: [Cell] = []
    var width = 0
    for span in line {
      for element in VisibleText(span.text, glyphs.repertoire) {
        if width + element.width > room {
          return ending == .cut ? cells : truncated(cells, room: room)
        }
        cells.append(Cell(element, role: span.role, emphasis: span.emphasis))
        width += element.width
      }
    }
    return cells
  }

  private func truncated(_ cells: [Cell], room: Int) -> [Cell] {
    guard let last = cells.last else { return [] }
    let ellipsis = VisibleText(glyphs.ellipsis, glyphs.repertoire)
      .prefix(room).map { Cell($0, role: last.role, emphasis: last.emphasis) }
    var kept = cells
    var width = kept.reduce(0) { $0 + Int($1.width) }
    while width + ellipsis.count > room, let cell = kept.popLast() { width -= Int(cell.width) }
    return kept + ellipsis
  }
}
