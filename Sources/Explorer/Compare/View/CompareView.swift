import CellUI
import Trace

/// The comparison drawn: both runs above, what differs at the row under the cursor below.
struct CompareView {
  let compare: CompareState
  let run: RunState
  let glyphs: Glyphs
  let keys: KeyTable
  let notice: String?
  private let halves: CompareHalves
  private let details: [StyledLine]
  private let cost: [StyledLine]
  private let header: Rect
  private let names: Rect
  private let rows: Rect
  private let below: Rect
  private let costs: Rect
  private let footer: Rect

  init(
    _ compare: CompareState, of run: RunState, size: Size, glyphs: Glyphs = .unicode,
    keys: KeyTable = .standard, notice: String? = nil
  ) {
    self.compare = compare
    self.run = run
    self.glyphs = glyphs
    self.keys = keys
    self.notice = notice
    halves = CompareHalves(width: size.width, glyphs: glyphs)
    details = CompareDetails(compare: compare, halves: halves).lines()
    cost = CompareCost(compare: compare, halves: halves).lines()
    let (top, rest) = Rect(size).splitTop(1)
    let (line, body) = rest.splitTop(1)
    let (middle, bottom) = body.splitBottom(1)
    let heights = Stack.heights(
      [
        Stack.Part(least: 3, ideal: compare.model.rows.count),
        Stack.Part(least: 3, ideal: details.count + 1, grows: true),
        Stack.Part(least: min(cost.count, 2) + 1, ideal: cost.count + 1),
      ], total: middle.height)
    let (list, under) = middle.splitTop(heights[0])
    let (parts, last) = under.splitTop(heights[1])
    (header, names, rows, below, costs, footer) = (top, line, list, parts, last, bottom)
  }

  func draw(on canvas: inout Canvas) {
    drawHeader(&canvas)
    drawNames(&canvas)
    CompareRows(compare: compare, glyphs: glyphs).draw(on: &canvas, in: rows)
    drawDetails(&canvas)
    if !costs.isEmpty {
      let (rule, inner) = costs.splitTop(1)
      canvas.rule([Span("How they end", .heading)], in: rule)
      canvas.clipped(to: inner) { $0.lines(cost, in: inner) }
    }
    let bindings = keys.bindings(in: .compare).compactMap { binding in
      binding.footer.map { (key: binding.keyName, word: $0) }
    }
    Footer(glyphs: glyphs).draw(bindings, notice: notice, on: &canvas, in: footer)
  }

  private func drawHeader(_ canvas: inout Canvas) {
    canvas.fill(header, role: .title)
    let count = compare.model.rows.count
    let place = "row \(min(compare.row + 1, count)) of \(count)"
    let right = header.width >= 96 ? "lock-step by step id   \(place)   ? help " : "\(place) "
    canvas.line(
      [Span(" Compare   \(run.scenario.id)", .title, .bold)], right: [Span(right, .title)],
      in: header)
  }

  private func drawNames(_ canvas: inout Canvas) {
    let (left, rest) = names.splitLeft(halves.leftWidth)
    let (middle, right) = rest.splitLeft(1)
    canvas.separator(in: middle)
    draw(.left, on: &canvas, in: left)
    draw(.right, on: &canvas, in: right)
  }

  /// "A here: cookie-only-logout   the scenario as it stands".
  private func draw(_ side: CompareSide, on canvas: inout Canvas, in rect: Rect) {
    let isFocused = side == compare.side
    let run = compare[side]
    let place = side == .left ? "here" : "there"
    let marker = isFocused ? "\(glyphs.marker)" : " "
    canvas.line(
      [
        Span(marker, .accent), Span("\(side.letter) \(place): ", isFocused ? .focusBorder : .dim),
        Span(run.name, .strong), Span("  \(run.detail)", .dim),
      ], in: rect)
  }

  private var summary: StyledLine {
    guard let first = compare.model.firstRow else {
      let role: StyleRole = compare.model.first == nil ? .ok : .changed
      return [Span(compare.model.summary, role)]
    }
    return compare.isVeiled(first)
      ? [Span("The first difference comes after a question", .question)]
      : [Span(compare.model.summary, .changed)]
  }

  private func drawDetails(_ canvas: inout Canvas) {
    guard !below.isEmpty else { return }
    let (top, inner) = below.splitTop(1)
    let scroll = detailScroll
    canvas.rule(summary, in: top)
    canvas.clipped(to: inner) { $0.scrolled(details, scroll: scroll, in: inner) }
  }

  var detailScroll: Scroll {
    Scroll(
      offset: compare.scroll, contentHeight: details.count, viewHeight: max(0, below.height - 1))
  }
}
