import CellUI

/// Where the parts of the bench stand.
struct BenchLayout {
  struct Slot {
    let section: BenchSection
    let rect: Rect
    let content: SectionContent
    /// The panes that share the place, as tabs.
    var tabs: [BenchPane] = []
  }

  let header: Rect
  let verdict: Rect
  let footer: Rect
  private(set) var slots: [Slot] = []
  private(set) var separators: [Rect] = []
  /// The columns of raw text in a line.
  private(set) var tokenWidth = 1

  private let bench: BenchState
  private let sections: BenchSections

  init(_ bench: BenchState, _ sections: BenchSections, size: Size) {
    self.bench = bench
    self.sections = sections
    let (top, rest) = Rect(size).splitTop(1)
    let (line, below) = rest.splitTop(1)
    let (body, bottom) = below.splitBottom(1)
    (header, verdict, footer) = (top, line, bottom)
    tokenWidth = max(1, body.width - 2)
    if bench.view.zoomed {
      zoom(body)
      return
    }
    switch RunArrangement.of(size) {
    case .notice, .single: single(body)
    case .stacked: stacked(body)
    case .split, .wide: columns(body)
    case .triple: triple(body)
    }
  }

  private mutating func place(
    _ section: BenchSection, in rect: Rect, tabs: [BenchPane] = [], _ made: SectionContent? = nil
  ) {
    guard rect.height > 1 else { return }
    if section == .pane(.token) { tokenWidth = max(1, rect.width - 2) }
    slots.append(
      Slot(section: section, rect: rect, content: content(section, rect, made), tabs: tabs))
  }

  /// What was made to measure it, but for the explanation, which fills its place.
  private func content(
    _ section: BenchSection, _ rect: Rect, _ made: SectionContent?
  ) -> SectionContent {
    if section == .aside(.why), (made?.height ?? 0) < rect.height {
      return sections.why(rect.width, room: rect.height - 1)
    }
    return made ?? sections.content(section, width: rect.width)
  }

  // Small screens.

  private mutating func zoom(_ body: Rect) {
    place(.pane(bench.view.focus), in: body, tabs: BenchPane.allCases)
  }

  private mutating func single(_ body: Rect) {
    let aside = body.height >= 9 ? 3 : 0
    let (top, bottom) = body.splitBottom(aside)
    place(.pane(bench.view.focus), in: top, tabs: BenchPane.allCases)
    place(.aside(bench.view.aside), in: bottom)
  }

  /// The raw text above, one pane below it, an explanation always in sight.
  private mutating func stacked(_ body: Rect) {
    let focus = bench.view.focus
    let tabs = BenchPane.allCases.filter { $0 != .token }
    let raw = sections.content(.pane(.token), width: body.width)
    let middle: BenchSection =
      switch focus {
      case .token, .header, .claims: .members
      case .policy, .checks: .pane(focus)
      }
    let pane = sections.content(middle, width: body.width)
    let aside = sections.content(.aside(bench.view.aside), width: body.width)
    let heights = Stack.heights(
      [
        Stack.Part(least: 3, ideal: min(focus == .token ? 8 : 4, raw.height)),
        Stack.Part(least: 5, ideal: pane.height, grows: true),
        Stack.Part(least: 4, ideal: min(7, aside.height)),
      ], total: body.height)
    let (top, rest) = body.splitTop(heights[0])
    let (center, bottom) = rest.splitTop(heights[1])
    place(.pane(.token), in: top, raw)
    place(middle, in: center, tabs: tabs, pane)
    place(.aside(bench.view.aside), in: bottom, aside)
  }

  // Columns.

  private mutating func stack(
    _ wanted: [(BenchSection, least: Int, most: Int, grows: Bool)], in rect: Rect
  ) {
    let contents = wanted.map { sections.content($0.0, width: rect.width) }
    let heights = Stack.heights(
      zip(wanted, contents).map { part, content in
        Stack.Part(
          least: part.least, ideal: min(part.most, content.height), grows: part.grows)
      }, total: rect.height)
    var rest = rect
    for (index, height) in heights.enumerated() {
      let (top, below) = rest.splitTop(height)
      place(wanted[index].0, in: top, contents[index])
      rest = below
    }
  }

  private mutating func columns(_ body: Rect) {
    let (left, rest) = body.splitLeft(body.width / 2)
    let (line, right) = rest.splitLeft(1)
    separators = [line]
    stack(
      [
        (.pane(.token), 4, 10, false), (.pane(.header), 2, 8, false),
        (.pane(.claims), 4, 16, true), (.pane(.policy), 4, 12, false),
      ], in: left)
    if body.height >= 34 {
      stack(
        [
          (.pane(.checks), 8, 24, false), (.aside(.why), 4, 14, true),
          (.aside(.servers), 4, 5, false), (.aside(.changes), 2, 7, false),
        ], in: right)
    } else {
      stack(
        [(.pane(.checks), 8, 17, true), (.aside(bench.view.aside), 6, 9, false)], in: right)
    }
  }

  private mutating func triple(_ body: Rect) {
    let rects = body.columns([.share(38), .fixed(1), .share(33), .fixed(1), .share(29)])
    separators = [rects[1], rects[3]]
    stack(
      [
        (.pane(.token), 4, 12, false), (.pane(.header), 2, 16, false),
        (.pane(.claims), 4, 40, true),
      ], in: rects[0])
    stack(
      [(.pane(.policy), 4, 14, false), (.pane(.checks), 8, 40, true)], in: rects[2])
    stack(
      [
        (.aside(.why), 6, 40, true), (.aside(.servers), 4, 6, false),
        (.aside(.changes), 4, 16, false),
      ], in: rects[4])
  }
}
