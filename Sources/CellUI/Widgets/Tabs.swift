/// One tab of a pane: `3 Stores *` has a change that has not been seen.
package struct Tab: Hashable, Sendable {
  package var title: String
  package var changed: Bool

  package init(_ title: String, changed: Bool = false) {
    self.title = title
    self.changed = changed
  }
}

extension Canvas {
  /// Draws a rule with tabs: `─ 2 Message  [3 Stores *]  4 Token ────── v full/delta─`.
  ///
  /// The chosen tab stands in brackets. When the tabs do not fit, those far from it give way.
  ///
  /// Returns the place of each tab that is drawn, by its index.
  @discardableResult
  package mutating func tabs(
    _ tabs: [Tab], selected: Int, note: StyledLine = [], in rect: Rect, focused: Bool = false
  ) -> [(index: Int, rect: Rect)] {
    let role: StyleRole = focused ? .focusBorder : .border
    var shown = 0..<tabs.count
    while shown.count > 1, width(tabs[shown], selected) > rect.width - 2 {
      let dropLast = shown.upperBound - 1 - selected >= selected - shown.lowerBound
      shown =
        dropLast
        ? shown.lowerBound..<shown.upperBound - 1 : shown.lowerBound + 1..<shown.upperBound
    }
    var title: StyledLine = []
    var places: [(index: Int, rect: Rect)] = []
    var x = rect.x + 1
    for index in shown {
      let drawn = tab(tabs[index], isSelected: index == selected, focused: focused)
      title += drawn
      let width = drawn.displayWidth(glyphs.repertoire)
      places.append(
        (index, Rect(x: x, y: rect.y, width: width, height: 1).intersection(rect)))
      x += width
    }
    rule(title, note: note, in: rect, role: role)
    return places
  }

  private func width(_ tabs: ArraySlice<Tab>, _ selected: Int) -> Int {
    tabs.reduce(0) { sum, tab in
      sum + TextWidth.of(tab.title, glyphs.repertoire) + (tab.changed ? 2 : 0) + 2
    }
  }

  private func tab(_ tab: Tab, isSelected: Bool, focused: Bool) -> StyledLine {
    let title: StyleRole = isSelected ? (focused ? .focusBorder : .strong) : .dim
    let mark: StyledLine = tab.changed ? [Span(" \(glyphs.change)", .changed)] : []
    return [Span(isSelected ? "[" : " ", title), Span(tab.title, title)] + mark
      + [Span(isSelected ? "]" : " ", title)]
  }
}
