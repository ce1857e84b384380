import CellUI
import Trace

/// Where everything on the run screen stands.
struct RunLayout {
  enum Content: Hashable {
    case sequence
    case pane(Pane)
    /// A pane whose title names the others too.
    case tabbed(Pane)
    case explanation
    case box
    case cost
  }

  struct Slot: Hashable {
    let content: Content
    let rect: Rect
  }

  private(set) var header = Rect.zero
  private(set) var scrubber = Rect.zero
  private(set) var footer = Rect.zero
  private(set) var slots: [Slot] = []
  private(set) var separators: [Rect] = []
  private let view: RunView

  init(_ view: RunView) {
    self.view = view
    let screen = Rect(view.size)
    let (top, below) = screen.splitTop(1)
    let (middle, bottom) = below.splitBottom(1)
    header = top
    footer = bottom
    let (tracks, body) = middle.splitTop(trackHeight)
    scrubber = tracks
    arrange(in: body)
  }

  func rect(of pane: Pane) -> Rect? {
    slots.first { $0.content == .pane(pane) || $0.content == .tabbed(pane) }?.rect
  }

  private var trackHeight: Int {
    switch view.arrangement {
    case .notice, .single: 0
    case .stacked: 1
    case .split: min(2, view.run.branches.count)
    case .wide: min(3, view.run.branches.count)
    case .triple: min(5, view.run.branches.count)
    }
  }

  private mutating func arrange(in body: Rect) {
    if view.run.panes.zoomed, view.arrangement != .notice {
      zoom(in: body)
      return
    }
    switch view.arrangement {
    case .notice: break
    case .single: single(in: body)
    case .stacked: stacked(in: body)
    case .split: split(in: body)
    case .wide: wide(in: body)
    case .triple: triple(in: body)
    }
  }

  // What stands in a column, and how much it wants.

  private func part(
    _ content: Content, width: Int, least: Int = 2, most: Int = .max, grows: Bool = false
  ) -> (Content, Stack.Part) {
    let ideal = min(most, max(least, height(content, width: width)))
    return (content, Stack.Part(least: min(least, ideal), ideal: ideal, grows: grows))
  }

  private func height(_ content: Content, width: Int) -> Int {
    switch content {
    case .sequence: SequencePane(run: view.run, glyphs: view.glyphs).height
    case .pane(let pane), .tabbed(let pane): view.content(pane, width: width - 1).height
    case .explanation: view.explanation(width: width - 1).count + 1
    case .box: view.box(width: width - 1)?.height ?? 0
    case .cost: 4
    }
  }

  private mutating func fill(_ rect: Rect, _ parts: [(Content, Stack.Part)]) {
    let heights = Stack.heights(parts.map(\.1), total: rect.height)
    var rest = rect
    for (part, height) in zip(parts, heights) where height > 0 {
      let (top, below) = rest.splitTop(height)
      slots.append(Slot(content: part.0, rect: top))
      rest = below
    }
  }

  private func boxPart(width: Int, most: Int = .max) -> [(Content, Stack.Part)] {
    guard let content = view.box(width: width - 1) else { return [] }
    let ideal = min(most, content.height)
    return [(.box, Stack.Part(least: min(ideal, 4), ideal: ideal, grows: false))]
  }

  // The arrangements.

  private mutating func zoom(in body: Rect) {
    let focus = view.focus
    let content: Content = focus == .sequence ? .sequence : .tabbed(focus)
    var parts = [part(content, width: body.width, least: 4, grows: true)]
    if view.run.isAsking || view.run.walk.atEnd { parts += boxPart(width: body.width) }
    fill(body, parts)
  }

  private mutating func single(in body: Rect) {
    let focus = view.focus
    let content: Content = focus == .sequence ? .sequence : .tabbed(focus)
    fill(
      body,
      [part(content, width: body.width, least: 3, grows: true)]
        + boxPart(width: body.width, most: max(3, body.height - 4))
        + [part(.explanation, width: body.width, least: 2, most: 4)])
  }

  private mutating func stacked(in body: Rect) {
    let half = max(6, body.height / 2 - 2)
    fill(
      body,
      [part(.sequence, width: body.width, least: 4, most: half)]
        + [part(.tabbed(view.run.panes.shown), width: body.width, least: 4, grows: true)]
        + [part(.explanation, width: body.width, least: 3, most: 7)]
        + boxPart(width: body.width))
  }

  private mutating func split(in body: Rect) {
    let lower =
      [part(.explanation, width: body.width, least: 3, most: 7)] + boxPart(width: body.width)
    let lowerHeight = lower.reduce(0) { $0 + $1.1.ideal }
    let (upper, bottom) = body.splitBottom(min(lowerHeight, body.height / 2))
    let (left, right) = columns(upper, left: 54)
    slots.append(Slot(content: .sequence, rect: left))
    slots.append(Slot(content: .tabbed(view.run.panes.shown), rect: right))
    fill(bottom, lower)
  }

  private mutating func wide(in body: Rect) {
    let (left, right) = columns(body, left: 57)
    fill(
      left,
      [part(.sequence, width: left.width, least: 5, most: max(8, left.height * 2 / 5))]
        + [part(.pane(.message), width: left.width, least: 6, grows: true)]
        + [part(.explanation, width: left.width, least: 4, most: 12)]
        + boxPart(width: left.width))
    fill(
      right,
      [part(.pane(.stores), width: right.width, least: 6, grows: true)]
        + [part(.pane(.token), width: right.width, least: 4)]
        + [part(.pane(.defences), width: right.width, least: 4)]
        + [part(.cost, width: right.width, least: 4)])
  }

  private mutating func triple(in body: Rect) {
    let (left, rest) = columns(body, left: 40)
    let (middle, right) = columns(rest, left: 52)
    fill(
      left,
      [part(.sequence, width: left.width, least: 8, grows: true)]
        + [part(.explanation, width: left.width, least: 6, most: 20)]
        + boxPart(width: left.width))
    fill(
      middle,
      [part(.pane(.message), width: middle.width, least: 8, grows: true)]
        + [part(.pane(.token), width: middle.width, least: 6)])
    fill(
      right,
      [part(.pane(.stores), width: right.width, least: 8, grows: true)]
        + [part(.pane(.defences), width: right.width, least: 6)]
        + [part(.cost, width: right.width, least: 4)])
  }

  /// Two columns with a line between them, the left one so many hundredths wide.
  private mutating func columns(_ rect: Rect, left share: Int) -> (Rect, Rect) {
    let (left, rest) = rect.splitLeft(rect.width * share / 100)
    let (line, right) = rest.splitLeft(1)
    separators.append(line)
    return (left, right)
  }
}
