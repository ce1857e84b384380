import CellUI
import Trace

/// The run screen drawn.
struct RunView {
  let run: RunState
  let size: Size
  let glyphs: Glyphs
  let keys: KeyTable
  let notice: String?
  private let contents: RunContents
  private let layout: RunLayout

  init(
    _ run: RunState, size: Size, glyphs: Glyphs = .unicode, keys: KeyTable = .standard,
    notice: String? = nil, nextLesson: String? = nil
  ) {
    self.run = run
    self.size = size
    self.glyphs = glyphs
    self.keys = keys
    self.notice = notice
    contents = RunContents(
      run: run, glyphs: glyphs, arrangement: .of(size), nextLesson: nextLesson)
    layout = RunLayout(contents, size: size)
  }

  var focus: Pane { contents.focus }

  /// What the cursor of a pane in sight can stand on.
  func targets(of pane: Pane) -> [PaneTarget] { layout.slot(of: pane)?.content.targets ?? [] }

  func content(_ pane: Pane, width: Int) -> PaneContent { contents.content(pane, width: width) }

  func draw(on canvas: inout Canvas) {
    RunHeader(run: run, glyphs: glyphs).draw(on: &canvas, in: layout.header)
    Scrubber(run: run, glyphs: glyphs).draw(on: &canvas, in: layout.scrubber)
    for separator in layout.separators { canvas.separator(in: separator) }
    for slot in layout.slots { draw(slot, on: &canvas) }
    let footer = RunFooter(
      run: run, keys: keys, arrangement: contents.arrangement,
      hasNextLesson: contents.nextLesson != nil)
    Footer(glyphs: glyphs).draw(footer.bindings, notice: notice, on: &canvas, in: layout.footer)
  }

  private func draw(_ slot: RunLayout.Slot, on canvas: inout Canvas) {
    guard !slot.rect.isEmpty else { return }
    if let pane = slot.content.pane { canvas.place(slot.rect, ClickTarget.pane(pane)) }
    switch slot.content {
    case .sequence:
      SequencePane(run: run, glyphs: glyphs)
        .draw(on: &canvas, in: slot.rect, focused: focus == .sequence)
    case .pane(let pane, let content): draw(content, pane, on: &canvas, in: slot.rect)
    case .tabbed(let pane, let content): drawTabbed(content, pane, on: &canvas, in: slot.rect)
    case .explanation(let lines): drawExplanation(lines, on: &canvas, in: slot.rect)
    case .box(let content): drawBox(content, on: &canvas, in: slot.rect)
    case .cost(let lines):
      canvas.lines(lines, in: canvas.pane("What it cost so far", in: slot.rect))
    }
  }

  private func draw(
    _ content: PaneContent, _ pane: Pane, on canvas: inout Canvas, in rect: Rect
  ) {
    let scroll = scroll(content, pane, height: rect.height - 1)
    let detail = content.detail.isEmpty ? "" : "  \(content.detail)"
    let inner = canvas.pane(
      "\(run.press(pane.command)) \(content.title)\(detail)", note: note(content, scroll), in: rect,
      focused: focus == pane)
    drawLines(content, scroll, on: &canvas, in: inner)
    drawCursor(content, pane, scroll, on: &canvas, in: inner)
  }

  private func drawTabbed(
    _ content: PaneContent, _ pane: Pane, on canvas: inout Canvas, in rect: Rect
  ) {
    let panes = Pane.allCases.filter { $0 != .sequence }
    let tabs = panes.map { other in
      Tab(
        "\(run.press(other.command)) \(other == pane ? content.title : run.title(of: other))",
        changed: other != pane && run.panes.unseen.contains(other))
    }
    let (top, inner) = rect.splitTop(1)
    let scroll = scroll(content, pane, height: inner.height)
    let places = canvas.tabs(
      tabs, selected: panes.firstIndex(of: pane) ?? 0, note: note(content, scroll), in: top,
      focused: focus == pane)
    for (index, rect) in places { canvas.place(rect, ClickTarget.pane(panes[index])) }
    drawLines(content, scroll, on: &canvas, in: inner)
    drawCursor(content, pane, scroll, on: &canvas, in: inner)
  }

  /// The bar over what the cursor stands on.
  private func drawCursor(
    _ content: PaneContent, _ pane: Pane, _ scroll: Scroll, on canvas: inout Canvas, in rect: Rect
  ) {
    placeTargets(content, pane, scroll, on: &canvas, in: rect)
    guard focus == pane, let target = cursorTarget(content, pane) else { return }
    for line in target.lines where scroll.visible.contains(line) {
      let row = rect.row(line - scroll.offset)
      canvas.restyle(target.place(in: row), adding: .selected)
      if line == target.lines.lowerBound {
        canvas.glyph(glyphs.marker, x: row.x, y: row.y, role: .accent)
      }
    }
  }

  /// Where the things of a pane and its rows stand, for clicks.
  private func placeTargets(
    _ content: PaneContent, _ pane: Pane, _ scroll: Scroll, on canvas: inout Canvas, in rect: Rect
  ) {
    guard canvas.notesPlaces else { return }
    for (index, target) in content.targets.enumerated() {
      for line in target.lines where scroll.visible.contains(line) {
        canvas.place(
          target.place(in: rect.row(line - scroll.offset)), ClickTarget.thing(pane, index))
      }
    }
    placeRows(content, scroll, on: &canvas, in: rect)
  }

  private func placeRows(
    _ content: PaneContent, _ scroll: Scroll, on canvas: inout Canvas, in rect: Rect
  ) {
    for (lines, target) in content.clicks {
      for line in lines where scroll.visible.contains(line) {
        canvas.place(rect.row(line - scroll.offset), target)
      }
    }
  }

  private func cursorTarget(_ content: PaneContent, _ pane: Pane) -> PaneTarget? {
    guard let cursor = run.panes.cursor[pane], content.targets.indices.contains(cursor) else {
      return nil
    }
    return content.targets[cursor]
  }

  private func drawLines(
    _ content: PaneContent, _ scroll: Scroll, on canvas: inout Canvas, in rect: Rect
  ) {
    let lines = content.lines[scroll.visible]
    canvas.clipped(to: rect) { canvas in
      if let pattern = run.search?.pattern {
        canvas.lines(lines.map { pattern.marked($0) }, in: rect)
      } else {
        canvas.lines(lines, in: rect)
      }
    }
  }

  /// The first line that holds what is searched for, until the reader moves in the pane.
  private func hitLine(_ content: PaneContent, _ pane: Pane) -> Int? {
    guard let pattern = run.search?.pattern, run.panes.scroll[pane] == nil else { return nil }
    let lines = content.lines.indices.filter { line in
      content.lines[line].contains { pattern.isIn($0.text) }
    }
    guard !lines.isEmpty else { return nil }
    return lines[min(run.search?.ordinal(in: pane) ?? 0, lines.count - 1)]
  }

  /// How much is out of sight above and below, and the pane's own note.
  private func note(_ content: PaneContent, _ scroll: Scroll) -> StyledLine {
    var hidden: [String] = []
    if scroll.above > 0 { hidden.append("\(scroll.above) above") }
    if scroll.below > 0 { hidden.append("\(scroll.below) below") }
    if hidden.isEmpty { return content.note }
    let words = Span(hidden.joined(separator: "  "), .changed)
    return content.note.isEmpty || size.width < 60 ? [words] : [words, Span("   ")] + content.note
  }

  private func scroll(_ content: PaneContent, _ pane: Pane, height: Int) -> Scroll {
    var scroll = Scroll(
      offset: run.panes.scroll[pane] ?? 0, contentHeight: content.lines.count,
      viewHeight: height)
    if let target = cursorTarget(content, pane) {
      scroll.reveal(target)
    } else if let line = hitLine(content, pane) ?? content.focusLine {
      scroll.reveal(line, margin: 3)
    }
    return scroll
  }

  /// Where a pane stands, for the keys that scroll it.
  func scroll(of pane: Pane) -> Scroll {
    guard let slot = layout.slot(of: pane) else {
      return Scroll(contentHeight: 0, viewHeight: 0)
    }
    return scroll(slot.content, pane, height: slot.rect.height - 1)
  }

  /// Where the box stands, for the keys that scroll it; nil where there is none.
  var boxScroll: Scroll? {
    for slot in layout.slots {
      if case .box(let content) = slot.content {
        return boxScroll(content, height: slot.rect.height - 1)
      }
    }
    return nil
  }

  private func boxScroll(_ content: PaneContent, height: Int) -> Scroll {
    var scroll = Scroll(
      offset: run.panes.boxScroll, contentHeight: content.lines.count, viewHeight: height)
    if let line = content.focusLine { scroll.reveal(line, margin: 1) }
    return scroll
  }

  private func drawExplanation(_ lines: [StyledLine], on canvas: inout Canvas, in rect: Rect) {
    let (top, inner) = rect.splitTop(1)
    var title: StyledLine = [Span("Why ", .heading)]
    for depth in Depth.allCases {
      let isChosen = depth == run.depth
      title.append(
        Span(isChosen ? "[\(depth.title)]" : " \(depth.title) ", isChosen ? .strong : .dim))
    }
    let short: StyledLine = [Span("Why ", .heading), Span("[\(run.depth.title)]", .strong)]
    let fits = title.displayWidth(glyphs.repertoire) + 12 <= rect.width
    let hidden = lines.count - inner.height
    let more = hidden > 0 ? "\(hidden) more below   " : ""
    canvas.rule(
      fits ? title : short,
      note: [
        Span(more, .changed),
        Span(
          "\(run.press(.deeper)) more, \(run.press(.shallower)) less", .keyHint),
      ],
      in: top)
    canvas.clipped(to: inner) { $0.lines(lines, in: inner) }
  }

  private func drawBox(_ content: PaneContent, on canvas: inout Canvas, in rect: Rect) {
    let (top, inner) = rect.splitTop(1)
    let scroll = boxScroll(content, height: inner.height)
    canvas.rule(
      [Span(content.title, .question)], note: note(content, scroll), in: top, role: .focusBorder)
    drawLines(content, scroll, on: &canvas, in: inner)
    placeRows(content, scroll, on: &canvas, in: inner)
  }
}
