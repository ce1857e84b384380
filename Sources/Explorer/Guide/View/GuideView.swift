import CellUI

/// The guide drawn: its pages as tabs, a list, and what there is to say of the selected row.
struct GuideView {
  let guide: GuideState
  let size: Size
  let glyphs: Glyphs
  let keys: KeyTable
  let notice: String?

  /// The comparison's columns take the width that others leave for the text beside them.
  private var isWide: Bool {
    size.width >= (guide.page == .compare ? 150 : 110) && size.height >= 20
  }

  /// Returns the place of the hardware cursor while the search is typed.
  func draw(on canvas: inout Canvas) -> Point? {
    let (header, below) = canvas.bounds.splitTop(1)
    let (rest, footer) = below.splitBottom(1)
    canvas.fill(header, role: .title)
    canvas.line(
      [Span(" authscope   Guide", .title, .bold)],
      right: [
        Span(
          "\(size.width >= 60 ? "sessions, JWTs or OAuth   " : "")\(guide.press(.help)) help ",
          .title)
      ],
      in: header)
    let (tabs, body) = rest.splitTop(1)
    let places = canvas.tabs(
      GuidePage.allCases.map { Tab("\(guide.press($0.command)) \($0.title)") },
      selected: guide.page.rawValue - 1, in: tabs, focused: true)
    for (index, rect) in places {
      canvas.place(rect, ClickTarget.command(GuidePage.allCases[index].command))
    }
    let cursor = drawBody(&canvas, body)
    Footer(glyphs: glyphs).draw(bindings, notice: notice, on: &canvas, in: footer)
    return cursor
  }

  private func drawBody(_ canvas: inout Canvas, _ rect: Rect) -> Point? {
    var body = rect
    var cursor: Point?
    if guide.page == .words, let query = guide.query {
      let (top, under) = body.splitTop(1)
      canvas.text(" / ", x: top.x, y: top.y, role: .key)
      let point = canvas.field(
        query, in: top.inset(left: 3), hint: "a word, or words of its meaning")
      cursor = guide.isTyping ? point : nil
      body = under
    }
    if isWide {
      let (left, more) = body.splitLeft(body.width * 58 / 100)
      let (line, right) = more.splitLeft(1)
      let content = content(left.width - 1, right.width - 1)
      drawList(content, &canvas, left)
      canvas.separator(in: line)
      drawAside(content, &canvas, right)
    } else {
      let content = content(body.width - 1, body.width - 1)
      let height = body.height < 10 ? 0 : min(content.aside.count + 1, body.height * 2 / 5)
      let (top, bottom) = body.splitBottom(height)
      drawList(content, &canvas, top)
      drawAside(content, &canvas, bottom)
    }
    return cursor
  }

  private func content(_ width: Int, _ aside: Int) -> GuideContent {
    let lines = GuideLines(width: width, glyphs: glyphs)
    return switch guide.page {
    case .decide: DecidePage(guide: guide, lines: lines).content(aside: aside)
    case .compare: ComparePage(guide: guide, lines: lines).content(aside: aside)
    case .mistakes, .checklist: RowsPage(guide: guide, lines: lines).content(aside: aside)
    case .words: WordsPage(guide: guide, lines: lines).content(aside: aside)
    }
  }

  private func drawList(_ content: GuideContent, _ canvas: inout Canvas, _ rect: Rect) {
    guard !rect.isEmpty else { return }
    let inner = canvas.pane(content.title, note: content.note, in: rect, focused: !guide.isTyping)
    var scroll = Scroll(contentHeight: content.lines.count, viewHeight: inner.height)
    if let focus = content.focus {
      scroll.reveal(focus.upperBound - 1, margin: 1)
      scroll.reveal(focus.lowerBound, margin: 1)
      // What stands above the first row is seen with it.
      if guide.row == 0, focus.upperBound <= inner.height { scroll.scroll(to: 0) }
    }
    canvas.clipped(to: inner) { canvas in
      canvas.scrolled(content.lines, scroll: scroll, in: inner)
      for (index, lines) in content.rows.enumerated() {
        for line in lines where scroll.visible.contains(line) {
          canvas.place(inner.row(line - scroll.offset), ClickTarget.row(index))
        }
      }
      for line in content.focus ?? 0..<0 where scroll.visible.contains(line) && selects {
        canvas.restyle(inner.row(line - scroll.offset), adding: .selected)
      }
    }
  }

  /// Whether a row stands out: the advice is a text to read.
  private var selects: Bool { guide.page != .decide || guide.path.advice == nil }

  private func drawAside(_ content: GuideContent, _ canvas: inout Canvas, _ rect: Rect) {
    guard !rect.isEmpty else { return }
    let hidden = content.aside.count - (rect.height - 1)
    let note: StyledLine = hidden > 0 ? [Span("\(hidden) more below", .changed)] : []
    let inner = canvas.pane(content.asideTitle, note: note, in: rect)
    canvas.clipped(to: inner) { $0.lines(content.aside, in: inner) }
  }

  private var bindings: [(key: String, word: String)] {
    if guide.isTyping { return [("Enter", "to the list"), ("Esc", "all words")] }
    let act: [(key: String, word: String)] =
      switch guide.page {
      case .decide:
        guide.path.advice == nil
          ? [("Enter", "answer"), ("h", "back")] : [("Enter", "show it"), ("h", "back")]
      case .compare: [("l/h", "more, less"), ("Enter", "show it")]
      case .mistakes, .checklist: [("Enter", "show it")]
      case .words: [("/", "find")]
      }
    return [("1-5", "pages"), ("j/k", "move")] + act
      + [("y", "copy"), ("q", "back"), ("?", "all keys")]
  }
}
