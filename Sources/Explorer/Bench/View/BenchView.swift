import CellUI

/// The token bench drawn.
struct BenchView {
  let bench: BenchState
  let size: Size
  let glyphs: Glyphs
  let keys: KeyTable
  let notice: String?
  private let layout: BenchLayout

  init(
    _ bench: BenchState, size: Size, glyphs: Glyphs = .unicode, keys: KeyTable = .standard,
    notice: String? = nil
  ) {
    self.bench = bench
    self.size = size
    self.glyphs = glyphs
    self.keys = keys
    self.notice = notice
    let sections = BenchSections(bench: bench, glyphs: glyphs, isTight: size.height < 28)
    layout = BenchLayout(bench, sections, size: size)
  }

  /// The characters of raw text in a line, for the cursor in it.
  var tokenWidth: Int { layout.tokenWidth }

  /// Returns the place of the hardware cursor, where a value is edited.
  func draw(on canvas: inout Canvas) -> Point? {
    drawHeader(&canvas)
    drawVerdict(&canvas)
    for separator in layout.separators { canvas.separator(in: separator) }
    var cursor: Point?
    for slot in layout.slots { cursor = draw(slot, &canvas) ?? cursor }
    Footer(glyphs: glyphs).draw(
      bindings, notice: notice,
      right: bench.edit == nil && size.width >= 120 ? "paste replaces " : "", on: &canvas,
      in: layout.footer)
    return cursor
  }

  private func drawHeader(_ canvas: inout Canvas) {
    let row = layout.header
    canvas.fill(row, role: .title)
    let promise = "stays on this machine, not saved"
    let help = size.width >= 96 ? "   ? help " : " "
    let right = promise + help
    let left = " authscope   Token bench   \(bench.subject.source.words)"
    let room = row.width - TextWidth.of(right, glyphs.repertoire) - 2
    // The promise outlives the place that the token came from.
    let title =
      TextWidth.of(left, glyphs.repertoire) <= room
      ? left : row.width >= 60 ? " Token bench   \(bench.subject.source.words)" : " Bench"
    canvas.line([Span(title, .title, .bold)], x: row.x, y: row.y, width: max(6, room))
    canvas.line([Span(right, .title)], in: row, alignment: .trailing)
  }

  private func drawVerdict(_ canvas: inout Canvas) {
    let verdict = bench.model.judgement.verdict
    let row = layout.verdict
    let label = size.width >= 96 ? "token verify: exit code" : "exit"
    let exit =
      verdict.exitCode.map { "\(label) \($0) " } ?? (size.width >= 60 ? exitHint : "")
    let (left, right) = row.splitRight(exit.utf8.count + 1)
    canvas.line(
      [Span(" \(verdict.words)", verdict.role, .bold), Span(": \(verdict.detail)", verdict.role)],
      in: left)
    canvas.line([Span(exit, .dim)], in: right, alignment: .trailing)
  }

  /// What stands in the place of an exit code.
  private var exitHint: String {
    if bench.key == nil { return "\(bench.press(.giveKey)) gives a key " }
    if bench.model.inner != nil { return "\(bench.press(.inside)) opens the token inside " }
    return bench.model.isEncrypted || size.width < 96 ? "" : "token verify has no such rules "
  }

  // Parts.

  private func draw(_ slot: BenchLayout.Slot, _ canvas: inout Canvas) -> Point? {
    guard !slot.rect.isEmpty else { return nil }
    let (top, inner) = slot.rect.splitTop(1)
    let scroll = scroll(slot, height: inner.height)
    let note = self.note(slot, scroll)
    if case .pane(let pane) = slot.section {
      canvas.place(slot.rect, ClickTarget.command(pane.command))
    }
    if slot.tabs.isEmpty {
      canvas.pane(title(slot), note: note, in: slot.rect, focused: isFocused(slot.section))
    } else {
      let focus = bench.view.focus
      let tabs = slot.tabs.map { pane in
        let title = pane == .claims && bench.model.isEncrypted ? "Content" : pane.title
        return Tab("\(bench.press(pane.command)) \(title)")
      }
      let places = canvas.tabs(
        tabs, selected: slot.tabs.firstIndex(of: focus) ?? 1, note: note, in: top,
        focused: isFocused(slot.section))
      for (index, rect) in places {
        canvas.place(rect, ClickTarget.command(slot.tabs[index].command))
      }
    }
    canvas.clipped(to: inner) { $0.lines(slot.content.lines[scroll.visible], in: inner) }
    return drawField(slot.content, scroll, &canvas, inner)
  }

  private func title(_ slot: BenchLayout.Slot) -> String {
    switch slot.section {
    case .pane(let pane): "\(bench.press(pane.command)) \(slot.content.title)"
    case .members, .aside: slot.content.title
    }
  }

  private func isFocused(_ section: BenchSection) -> Bool {
    switch section {
    case .pane(let pane): pane == bench.view.focus
    case .members: bench.view.focus == .header || bench.view.focus == .claims
    case .aside: false
    }
  }

  private func scroll(_ slot: BenchLayout.Slot, height: Int) -> Scroll {
    var scroll = Scroll(contentHeight: slot.content.lines.count, viewHeight: height)
    if let line = slot.content.focusLine { scroll.reveal(line, margin: 1) }
    return scroll
  }

  private func note(_ slot: BenchLayout.Slot, _ scroll: Scroll) -> StyledLine {
    var hidden: [String] = []
    if scroll.above > 0 { hidden.append("\(scroll.above) above") }
    if scroll.below > 0 { hidden.append("\(scroll.below) below") }
    if case .aside = slot.section, scroll.below > 0, !showsAllAsides { hidden.append("v next") }
    guard !hidden.isEmpty else { return slot.content.note }
    let words = Span(hidden.joined(separator: "  "), .changed)
    return slot.content.note.isEmpty ? [words] : [words, Span("  ")] + slot.content.note
  }

  private var showsAllAsides: Bool {
    layout.slots.contains { $0.section == .aside(.servers) }
      && layout.slots.contains { $0.section == .aside(.why) }
  }

  /// The field of the value that is being edited.
  private func drawField(
    _ content: SectionContent, _ scroll: Scroll, _ canvas: inout Canvas, _ rect: Rect
  ) -> Point? {
    guard let edit = bench.edit, let place = content.field, scroll.visible.contains(place.line)
    else { return nil }
    let row = rect.row(place.line - scroll.offset)
    let column = min(place.column, row.width / 2)
    return canvas.field(edit.field, in: row.inset(left: column, right: 1), hint: "empty: any")
  }

  private var bindings: [(key: String, word: String)] {
    if bench.edit != nil { return [("Enter", "keeps it"), ("Esc", "leaves it")] }
    let wanted: [Command] = [
      .edit, .giveKey, .sign, .why, .undo, .quit, .help, .deeper, .otherView, .copy,
      .pasteToken,
    ]
    let first: [(key: String, word: String)] = [("1-5", "panes")]
    return first
      + wanted.compactMap { command in
        guard let binding = keys.binding(command, in: .bench) else { return nil }
        return (binding.keyName, binding.footer ?? command.name)
      }
  }
}
