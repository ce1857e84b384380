import CellUI

/// The library screen: the course, the electives, and what the selected lesson is about.
struct LibraryView {
  let state: ExplorerState
  let size: Size
  let glyphs: Glyphs

  private var library: LibraryState { state.library }
  private var course: CourseModel { library.course }
  private var isWide: Bool { size.width >= 110 && size.height >= 24 }

  func draw(on canvas: inout Canvas) -> Point? {
    let (header, below) = canvas.bounds.splitTop(1)
    let (body, footer) = below.splitBottom(1)
    drawHeader(&canvas, header)
    var rest = body
    var cursor: Point?
    if library.query != nil {
      let (top, under) = rest.splitTop(1)
      cursor = drawSearch(&canvas, top)
      rest = under
    } else if let place = state.lastPlace, state.run == nil {
      let (top, under) = rest.splitTop(1)
      drawPlace(place, &canvas, top)
      rest = under
    } else if let next = course.next(state.progress) {
      let (top, under) = rest.splitTop(1)
      drawContinue(next, &canvas, top)
      rest = under
    }
    drawBody(&canvas, rest)
    drawFooter(&canvas, footer)
    return library.isTyping ? cursor : nil
  }

  private func drawHeader(_ canvas: inout Canvas, _ row: Rect) {
    canvas.fill(row, role: .title)
    let core = course.coreEntries
    let done = core.count { state.progress.isDone($0.id) }
    var counts = "core \(done)/\(core.count)"
    let electives = course.electiveEntries
    if !electives.isEmpty {
      counts +=
        "   electives \(electives.count { state.progress.isDone($0.id) })/\(electives.count)"
    }
    canvas.line(
      [Span(" authscope   Library", .title, .bold)],
      right: [Span("\(counts)   \(state.keys.name(.help, in: .library)) help ", .title)],
      in: row)
  }

  /// What was open when the program ended.
  private func drawPlace(_ place: Place, _ canvas: inout Canvas, _ row: Rect) {
    canvas.place(row, ClickTarget.command(.resume))
    let count = place.branches.count - 1
    let others =
      count == 0 ? "" : count == 1 ? ", 1 branch beside it" : ", \(count) branches beside it"
    canvas.line(
      [
        Span(" \(key(.resume)) ", .key), Span(" Continue where you were: "),
        Span(place.title, .strong),
      ], right: [Span("message \(place.position + 1)\(others) ", .dim)], in: row)
  }

  private func drawContinue(_ entry: LibraryEntry, _ canvas: inout Canvas, _ row: Rect) {
    let hasBegun = course.coreEntries.contains { state.progress.isDone($0.id) }
    let number = entry.lesson.map { " lesson \($0)" } ?? ""
    canvas.place(row, ClickTarget.lesson(entry.id))
    canvas.line(
      [
        Span(" \(state.keys.name(.open, in: .library)) ", .key),
        Span(" \(hasBegun ? "Continue with" : "Begin with")\(number): "),
        Span(entry.title, .strong),
      ], right: [Span(Self.minutes(entry) + " ", .dim)], in: row)
  }

  private func drawSearch(_ canvas: inout Canvas, _ row: Rect) -> Point? {
    guard let query = library.query else { return nil }
    let found = library.found == 1 ? "1 found" : "\(library.found) found"
    let (left, right) = row.splitRight(14)
    canvas.text(" / ", x: left.x, y: left.y, role: .key)
    canvas.line([Span("\(found) ", .dim)], in: right, alignment: .trailing)
    return canvas.field(
      query, in: left.inset(left: 3), hint: "words of the title, an attack, an RFC, a header")
  }

  private func drawBody(_ canvas: inout Canvas, _ rect: Rect) {
    guard isWide else {
      let preview = LibraryPreview(state: state, width: rect.width - 1, glyphs: glyphs)
      let lines = preview.shortLines()
      let height = rect.height >= 16 ? min(lines.count + 1, max(3, rect.height / 3)) : 0
      let (top, bottom) = rect.splitBottom(height)
      drawList(&canvas, top)
      drawPreview(preview.title, lines, &canvas, bottom)
      return
    }
    let (left, rest) = rect.splitLeft(rect.width * 55 / 100)
    let (line, right) = rest.splitLeft(1)
    drawList(&canvas, left)
    canvas.separator(in: line)
    let preview = LibraryPreview(state: state, width: right.width - 1, glyphs: glyphs)
    drawPreview(preview.title, preview.lines(), &canvas, right)
  }

  private func drawPreview(
    _ title: String, _ lines: [StyledLine], _ canvas: inout Canvas, _ rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    let inner = canvas.pane(title, in: rect)
    canvas.lines(lines, in: inner)
  }

  private func drawList(_ canvas: inout Canvas, _ rect: Rect) {
    let total = course.coreEntries.compactMap(\.minutes).reduce(0, +)
    let isFiltered = library.query.map { !$0.isEmpty } ?? false
    let title = isFiltered ? "Found" : "Core course"
    let note: StyledLine = isFiltered || total == 0 ? [] : [Span("about \(total) min", .dim)]
    let inner = canvas.pane(title, note: note, in: rect, focused: !library.isTyping)
    let list = ListView(
      count: library.rows.count, selected: library.selected, focused: !library.isTyping)
    if library.rows.isEmpty {
      canvas.line([Span("  Nothing fits. Esc shows all lessons.", .dim)], in: inner)
      return
    }
    var scroll = list.scroll(viewHeight: inner.height)
    // The heading above the first lesson is seen with it.
    if library.selected <= 1 { scroll.scroll(to: 0) }
    for (line, index) in scroll.visible.enumerated() { drawRow(index, &canvas, inner.row(line)) }
    canvas.scrollMarks(scroll, in: inner)
  }

  private func drawRow(_ index: Int, _ canvas: inout Canvas, _ row: Rect) {
    canvas.place(row, ClickTarget.row(index))
    let isSelected = index == library.selected
    let marker = Span(isSelected ? "\(glyphs.marker) " : "  ", .accent)
    switch library.rows[index] {
    case .heading(let title):
      canvas.line([Span("  \(title)", .heading)], in: row)
    case .group(_, let title, let count, let open):
      let sign = open ? glyphs.unfolded : glyphs.folded
      canvas.line([marker, Span("\(sign) \(title)")], right: [Span("\(count) ", .dim)], in: row)
    case .entry(let entry): draw(entry, marker, &canvas, row)
    }
    if isSelected { canvas.restyle(row, adding: .selected) }
  }

  private func draw(
    _ entry: LibraryEntry, _ marker: Span, _ canvas: inout Canvas, _ row: Rect
  ) {
    let isDone = state.progress.isDone(entry.id)
    let isNext = entry.id == course.next(state.progress)?.id
    let word = isDone ? "done" : isNext ? "next" : ""
    let number = entry.lesson.map(String.init) ?? ""
    let padding = String(repeating: " ", count: max(0, 2 - number.count))
    let attack = entry.hasAttack ? "\(glyphs.attack)" : " "
    let family = size.width >= 70 && !isWide ? "  \(entry.family.padded(to: 9))" : ""
    let time = entry.minutes.map { $0 < 10 ? " \($0) min" : "\($0) min" } ?? ""
    canvas.line(
      [
        marker, Span(word.padded(to: 5), isDone ? .ok : .accent),
        Span("\(padding)\(number) ", .dim),
        Span(entry.title),
      ],
      right: [Span(attack, .attack), Span(family, .dim), Span(" \(time) ", .dim)], in: row)
  }

  private func drawFooter(_ canvas: inout Canvas, _ row: Rect) {
    let bindings: [(key: String, word: String)] =
      library.isTyping
      ? [("Enter", "to the list"), ("Esc", "show all")]
      : [
        (key(.open), "open"), ("\(key(.down))/\(key(.up))", "move"), (key(.search), "find"),
        (key(.pasteToken), "paste a token"), (key(.guide), "guide"), (key(.palette), "commands"),
        (key(.quit), "quit"), (key(.help), "all keys"),
      ]
    Footer(glyphs: glyphs).draw(bindings, notice: state.notice, on: &canvas, in: row)
  }

  private func key(_ command: Command) -> String { state.keys.name(command, in: .library) }

  static func minutes(_ entry: LibraryEntry) -> String {
    entry.minutes.map { "\($0) min" } ?? ""
  }
}
