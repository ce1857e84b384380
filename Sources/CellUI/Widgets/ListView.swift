/// A list with a selection; only the rows in sight are asked for.
package struct ListView: Hashable, Sendable {
  package var count: Int
  package var selected: Int?
  package var focused: Bool
  /// The offset of the last frame, so that the list does not jump under the reader.
  package var offset: Int

  package init(count: Int, selected: Int?, focused: Bool = true, offset: Int = 0) {
    self.count = count
    self.selected = selected
    self.focused = focused
    self.offset = offset
  }

  /// What is in sight in so many rows, the selection always among it.
  package func scroll(viewHeight: Int) -> Scroll {
    var scroll = Scroll(offset: offset, contentHeight: count, viewHeight: viewHeight)
    if let selected { scroll.reveal(selected, margin: 1) }
    return scroll
  }
}

extension Canvas {
  /// Draws a list; the selected row has a marker and, with the focus, the selection bar.
  @discardableResult
  package mutating func list(
    _ list: ListView, in rect: Rect, row: (Int) -> StyledLine
  ) -> Scroll {
    let scroll = list.scroll(viewHeight: rect.height)
    for (line, index) in scroll.visible.enumerated() {
      let place = rect.row(line)
      let isSelected = index == list.selected
      let marker = isSelected ? "\(glyphs.marker) " : "  "
      self.line([Span(marker, .accent)] + row(index), in: place)
      if isSelected, list.focused { restyle(place, adding: .selected) }
    }
    scrollMarks(scroll, in: rect)
    return scroll
  }
}
