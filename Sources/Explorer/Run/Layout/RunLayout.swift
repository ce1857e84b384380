import CellUI
import Trace

/// Where everything on the run screen stands, and what it shows.
struct RunLayout {
  enum Content {
    case sequence
    case pane(Pane, PaneContent)
    /// A pane whose title names the others too.
    case tabbed(Pane, PaneContent)
    case explanation([StyledLine])
    case box(PaneContent)
    case cost([StyledLine])

    /// The pane that it is; nil for what no keys go to.
    var pane: Pane? {
      switch self {
      case .sequence: .sequence
      case .pane(let pane, _), .tabbed(let pane, _): pane
      case .explanation, .box, .cost: nil
      }
    }

    /// The rows that it would fill, with its title.
    func height(_ contents: RunContents) -> Int {
      switch self {
      case .sequence: SequencePane(run: contents.run, glyphs: contents.glyphs).height
      case .pane(_, let content), .tabbed(_, let content), .box(let content): content.height
      case .explanation(let lines), .cost(let lines): lines.count + 1
      }
    }
  }

  struct Slot {
    let content: Content
    let rect: Rect
  }

  /// A content with the rows that it wants.
  private struct Part {
    let content: Content
    let rows: Stack.Part
  }

  private(set) var header = Rect.zero
  private(set) var scrubber = Rect.zero
  private(set) var footer = Rect.zero
  private(set) var slots: [Slot] = []
  private(set) var separators: [Rect] = []
  private let contents: RunContents
  private var run: RunState { contents.run }

  init(_ contents: RunContents, size: Size) {
    self.contents = contents
    let (top, below) = Rect(size).splitTop(1)
    let (middle, bottom) = below.splitBottom(1)
    header = top
    footer = bottom
    let (tracks, body) = middle.splitTop(trackHeight)
    scrubber = tracks
    arrange(in: body)
  }

  /// The slot of a pane that scrolls.
  func slot(of pane: Pane) -> (content: PaneContent, rect: Rect)? {
    for slot in slots {
      switch slot.content {
      case .pane(let other, let content), .tabbed(let other, let content):
        if other == pane { return (content, slot.rect) }
      case .sequence, .explanation, .box, .cost: continue
      }
    }
    return nil
  }

  private var trackHeight: Int {
    switch contents.arrangement {
    case .notice, .single: 0
    case .stacked: 1
    case .split: min(2, run.branches.count)
    case .wide: min(3, run.branches.count)
    case .triple: min(5, run.branches.count)
    }
  }

  private mutating func arrange(in body: Rect) {
    if run.panes.zoomed, contents.arrangement != .notice {
      zoom(in: body)
      return
    }
    switch contents.arrangement {
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
    _ content: Content, least: Int = 2, most: Int = .max, grows: Bool = false
  ) -> Part {
    let ideal = min(most, max(least, content.height(contents)))
    return Part(
      content: content, rows: Stack.Part(least: min(least, ideal), ideal: ideal, grows: grows))
  }

  private func pane(_ pane: Pane, _ rect: Rect, least: Int, grows: Bool = false) -> Part {
    part(.pane(pane, contents.content(pane, width: rect.width - 1)), least: least, grows: grows)
  }

  private func tabbed(_ pane: Pane, _ rect: Rect, least: Int, grows: Bool = false) -> Part {
    part(.tabbed(pane, contents.content(pane, width: rect.width - 1)), least: least, grows: grows)
  }

  private func explanation(_ rect: Rect, least: Int, most: Int) -> Part {
    part(.explanation(contents.explanation(width: rect.width - 1)), least: least, most: most)
  }

  /// The explanation where there is room for the next depths too.
  private func deepExplanation(_ rect: Rect, least: Int, most: Int) -> Part {
    let lines = contents.explanation(width: rect.width - 1, filling: most - 1)
    return part(.explanation(lines), least: least, most: most)
  }

  private func box(_ rect: Rect, most: Int = .max) -> [Part] {
    guard let content = contents.box(width: rect.width - 1) else { return [] }
    return [part(.box(content), least: min(4, content.height), most: most)]
  }

  private func cost(_ rect: Rect) -> Part {
    part(.cost(contents.cost(width: rect.width - 1)), least: 3)
  }

  private mutating func fill(_ rect: Rect, _ parts: [Part]) {
    let heights = Stack.heights(parts.map(\.rows), total: rect.height)
    var rest = rect
    for (part, height) in zip(parts, heights) where height > 0 {
      let (top, below) = rest.splitTop(height)
      slots.append(Slot(content: filled(part.content, top), rect: top))
      rest = below
    }
  }

  /// The explanation says more where there is room for more.
  private func filled(_ content: Content, _ rect: Rect) -> Content {
    // A paragraph needs a blank line before it and one line at least.
    guard case .explanation(let lines) = content, rect.height - 1 >= lines.count + 2 else {
      return content
    }
    return .explanation(
      contents.explanation(width: rect.width - 1, filling: rect.height - 1))
  }

  // The arrangements.

  private mutating func zoom(in body: Rect) {
    let focus = contents.focus
    let alone =
      focus == .sequence
      ? part(.sequence, least: 4, grows: true) : tabbed(focus, body, least: 4, grows: true)
    fill(body, contents.hasBox ? [alone] + box(body) : [alone])
  }

  private mutating func single(in body: Rect) {
    let focus = contents.focus
    let least = contents.hasBox ? 2 : 3
    let most = contents.hasBox ? max(least, body.height / 4) : .max
    let first =
      focus == .sequence
      ? part(.sequence, least: least, most: most, grows: !contents.hasBox)
      : tabbed(focus, body, least: least, grows: true)
    fill(
      body,
      [first] + box(body, most: max(3, body.height - least))
        + [explanation(body, least: 2, most: 4)])
  }

  private mutating func stacked(in body: Rect) {
    let most = max(6, contents.hasBox ? body.height * 2 / 7 : body.height / 2 - 2)
    fill(
      body,
      [
        part(.sequence, least: 4, most: most),
        tabbed(run.panes.shown, body, least: 4, grows: true),
        explanation(body, least: 3, most: 7),
      ] + box(body))
  }

  private mutating func split(in body: Rect) {
    let lower = [explanation(body, least: 3, most: 7)] + box(body)
    let height = lower.reduce(0) { $0 + $1.rows.ideal }
    let (upper, bottom) = body.splitBottom(min(height, body.height / 2))
    let (left, right) = columns(upper, left: 58)
    fill(left, [part(.sequence, least: 2, grows: true)])
    fill(right, [tabbed(run.panes.shown, right, least: 2, grows: true)])
    fill(bottom, lower)
  }

  private mutating func wide(in body: Rect) {
    let (left, right) = columns(body, left: 57)
    fill(
      left,
      [
        part(.sequence, least: 5, most: max(8, left.height * 2 / 5)),
        pane(.message, left, least: 6),
        deepExplanation(left, least: 4, most: 12),
      ] + box(left))
    fill(
      right,
      [
        pane(.stores, right, least: 6, grows: true), pane(.token, right, least: 4),
        pane(.defences, right, least: 4), cost(right),
      ])
  }

  private mutating func triple(in body: Rect) {
    let (left, rest) = columns(body, left: 40)
    let (middle, right) = columns(rest, left: 52)
    fill(
      left,
      [
        part(.sequence, least: 8, most: max(8, left.height / 2)),
        deepExplanation(left, least: 6, most: 24),
      ] + box(left))
    fill(
      middle,
      [pane(.message, middle, least: 8), pane(.token, middle, least: 6, grows: true)])
    fill(
      right,
      [
        pane(.stores, right, least: 8, grows: true), pane(.defences, right, least: 6), cost(right),
      ])
  }

  /// Two columns with a line between them, the left one so many hundredths wide.
  private mutating func columns(_ rect: Rect, left share: Int) -> (Rect, Rect) {
    let (left, rest) = rect.splitLeft(rect.width * share / 100)
    let (line, right) = rest.splitLeft(1)
    separators.append(line)
    return (left, right)
  }
}
