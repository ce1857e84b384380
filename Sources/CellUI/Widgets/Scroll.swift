/// Which part of a long content is in sight.
package struct Scroll: Hashable, Sendable {
  /// The first row in sight; never past what leaves the view full.
  package private(set) var offset: Int
  package private(set) var contentHeight: Int
  package private(set) var viewHeight: Int

  package init(offset: Int = 0, contentHeight: Int, viewHeight: Int) {
    self.contentHeight = max(0, contentHeight)
    self.viewHeight = max(0, viewHeight)
    self.offset = 0
    scroll(to: offset)
  }

  /// The rows in sight.
  package var visible: Range<Int> { offset..<min(contentHeight, offset + viewHeight) }
  package var above: Int { offset }
  package var below: Int { max(0, contentHeight - offset - viewHeight) }

  package mutating func scroll(to wanted: Int) {
    offset = max(0, min(wanted, contentHeight - viewHeight))
  }

  package mutating func scroll(by rows: Int) { scroll(to: offset + rows) }

  /// Moves as little as needed to bring a row, and `margin` rows around it, into sight.
  package mutating func reveal(_ row: Int, margin: Int = 0) {
    let around = min(margin, max(0, (viewHeight - 1) / 2))
    if row - around < offset {
      scroll(to: row - around)
    } else if row + around >= offset + viewHeight {
      scroll(to: row + around - viewHeight + 1)
    }
  }
}

extension Canvas {
  /// Draws arrows with the count of hidden rows over the right end of the first and the last row.
  package mutating func scrollMarks(_ scroll: Scroll, in rect: Rect) {
    mark(scroll.above, glyphs.arrowUp, in: rect.row(0))
    mark(scroll.below, glyphs.arrowDown, in: rect.row(rect.height - 1))
  }

  private mutating func mark(_ hidden: Int, _ arrow: Character, in row: Rect) {
    guard hidden > 0 else { return }
    line([Span(" \(arrow)\(hidden)", .dim)], in: row, alignment: .trailing)
  }

  /// Draws the lines in sight and the marks of what is above and below.
  package mutating func scrolled(_ lines: [StyledLine], scroll: Scroll, in rect: Rect) {
    self.lines(lines[scroll.visible.clamped(to: 0..<lines.count)], in: rect)
    scrollMarks(scroll, in: rect)
  }
}
