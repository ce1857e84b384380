import CellUI
import Trace

/// The run screen drawn: what each pane shows, and where.
struct RunView {
  let run: RunState
  let size: Size
  let glyphs: Glyphs
  let keys: KeyTable
  let notice: String?
  /// The title of the lesson after this one.
  let nextLesson: String?
  let arrangement: RunArrangement

  init(
    _ run: RunState, size: Size, glyphs: Glyphs = .unicode, keys: KeyTable = .standard,
    notice: String? = nil, nextLesson: String? = nil
  ) {
    self.run = run
    self.size = size
    self.glyphs = glyphs
    self.keys = keys
    self.notice = notice
    self.nextLesson = nextLesson
    arrangement = .of(size)
  }

  var focus: Pane { arrangement.focus(run.panes) }

  func draw(on canvas: inout Canvas) {
    let layout = RunLayout(self)
    RunHeader(run: run, glyphs: glyphs).draw(on: &canvas, in: layout.header)
    Scrubber(run: run, glyphs: glyphs).draw(on: &canvas, in: layout.scrubber)
    for separator in layout.separators { canvas.separator(in: separator) }
    for slot in layout.slots { draw(slot, on: &canvas) }
    Footer(glyphs: glyphs).draw(
      RunFooter(run: run, keys: keys, arrangement: arrangement).bindings, notice: notice,
      on: &canvas, in: layout.footer)
  }

  // Contents.

  func content(_ pane: Pane, width: Int) -> PaneContent {
    switch pane {
    case .sequence: PaneContent(title: "Sequence", lines: [])
    case .message: MessagePane(run: run, width: width, glyphs: glyphs).content()
    case .stores: StoresPane(run: run, width: width, glyphs: glyphs).content()
    case .token: TokenPane(run: run, width: width, glyphs: glyphs).content()
    case .defences:
      DefencesPane(run: run, width: width, glyphs: glyphs, focused: focus == .defences).content()
    }
  }

  func explanation(width: Int) -> [StyledLine] {
    ExplanationPane(run: run, width: width, glyphs: glyphs).lines()
  }

  /// The box that wants an answer: the tour's, the question's, or the card at the end.
  func box(width: Int) -> PaneContent? {
    if run.walk.atEnd {
      return EndCard(run: run, width: width, glyphs: glyphs, next: nextLesson).content()
    }
    if let tour = run.tour, let content = TourBox(tour: tour, width: width, glyphs: glyphs).content
    {
      return content
    }
    return QuestionBox(run: run, width: width, glyphs: glyphs).content()
  }

  // Drawing.

  private func draw(_ slot: RunLayout.Slot, on canvas: inout Canvas) {
    guard !slot.rect.isEmpty else { return }
    switch slot.content {
    case .sequence:
      SequencePane(run: run, glyphs: glyphs)
        .draw(on: &canvas, in: slot.rect, focused: focus == .sequence)
    case .pane(let pane): draw(pane, on: &canvas, in: slot.rect)
    case .tabbed(let pane): drawTabbed(pane, on: &canvas, in: slot.rect)
    case .explanation: drawExplanation(on: &canvas, in: slot.rect)
    case .box: drawBox(on: &canvas, in: slot.rect)
    case .cost:
      let inner = canvas.pane("What it cost so far", in: slot.rect)
      canvas.lines(CostPane(run: run).lines(), in: inner)
    }
  }

  private func draw(_ pane: Pane, on canvas: inout Canvas, in rect: Rect) {
    let content = content(pane, width: rect.width - 1)
    let inner = canvas.pane(
      "\(pane.number) \(content.title)", note: content.note, in: rect, focused: focus == pane)
    drawLines(content, pane, on: &canvas, in: inner)
  }

  private func drawTabbed(_ pane: Pane, on canvas: inout Canvas, in rect: Rect) {
    let content = content(pane, width: rect.width - 1)
    let panes = Pane.allCases.filter { $0 != .sequence }
    let tabs = panes.map { other in
      Tab(
        "\(other.number) \(other == pane ? content.title : other.title)",
        changed: other != pane && run.panes.unseen.contains(other))
    }
    let (top, inner) = rect.splitTop(1)
    canvas.tabs(
      tabs, selected: panes.firstIndex(of: pane) ?? 0, note: content.note, in: top,
      focused: focus == pane)
    drawLines(content, pane, on: &canvas, in: inner)
  }

  private func drawLines(
    _ content: PaneContent, _ pane: Pane, on canvas: inout Canvas, in rect: Rect
  ) {
    let scroll = scroll(content, pane, height: rect.height)
    canvas.clipped(to: rect) { $0.scrolled(content.lines, scroll: scroll, in: rect) }
  }

  private func scroll(_ content: PaneContent, _ pane: Pane, height: Int) -> Scroll {
    var scroll = Scroll(
      offset: run.panes.scroll[pane] ?? 0, contentHeight: content.lines.count,
      viewHeight: height)
    if let line = content.focusLine { scroll.reveal(line, margin: 3) }
    return scroll
  }

  /// Where a pane stands, for the keys that scroll it.
  func scroll(of pane: Pane) -> Scroll {
    let layout = RunLayout(self)
    guard let rect = layout.rect(of: pane) else { return Scroll(contentHeight: 0, viewHeight: 0) }
    return scroll(content(pane, width: rect.width - 1), pane, height: rect.height - 1)
  }

  private func drawExplanation(on canvas: inout Canvas, in rect: Rect) {
    let (top, inner) = rect.splitTop(1)
    drawExplanationTitle(on: &canvas, in: top)
    let lines = explanation(width: rect.width - 1)
    let scroll = Scroll(contentHeight: lines.count, viewHeight: inner.height)
    canvas.scrolled(lines, scroll: scroll, in: inner)
  }

  private func drawExplanationTitle(on canvas: inout Canvas, in row: Rect) {
    var title: StyledLine = [Span("Why ", .heading)]
    for depth in Depth.allCases {
      let isChosen = depth == run.depth
      title.append(
        Span(isChosen ? "[\(depth.title)]" : " \(depth.title) ", isChosen ? .strong : .dim))
    }
    let short: StyledLine = [Span("Why ", .heading), Span("[\(run.depth.title)]", .strong)]
    let fits = title.displayWidth(glyphs.repertoire) + 12 <= row.width
    canvas.rule(fits ? title : short, note: [Span("i more, I less", .keyHint)], in: row)
  }

  private func drawBox(on canvas: inout Canvas, in rect: Rect) {
    guard let content = box(width: rect.width - 1) else { return }
    let (top, inner) = rect.splitTop(1)
    canvas.rule([Span(content.title, .question)], note: content.note, in: top, role: .focusBorder)
    var scroll = Scroll(contentHeight: content.lines.count, viewHeight: inner.height)
    if let line = content.focusLine { scroll.reveal(line, margin: 1) }
    canvas.scrolled(content.lines, scroll: scroll, in: inner)
  }
}
