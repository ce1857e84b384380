import CellUI

extension OverlayView {
  func draw(_ prompt: BenchPrompt, on canvas: inout Canvas) -> Point {
    let size = Size(width: min(100, canvas.bounds.width - 4), height: 4)
    let inner = canvas.box(
      prompt.title, note: [Span("Enter   Esc", .keyHint)], in: canvas.bounds.centered(size),
      focused: true)
    canvas.line([Span(" \(state(of: prompt))", .dim)], in: inner.row(1))
    var shown = prompt.field
    if prompt.isHidden {
      // Never the characters themselves, and the cursor where it stands.
      shown = Self.hidden(prompt.field)
    }
    return canvas.field(shown, in: inner.inset(left: 1, right: 1).row(0), hint: prompt.hint)
  }

  /// What becomes of the text as it stands.
  private func state(of prompt: BenchPrompt) -> String {
    let count = prompt.field.text.utf8.count
    switch prompt.purpose {
    case .secret: return "\(count) characters; kept in memory only, never written"
    case .token: return "Nothing of it is saved."
    case .file, .keyFile: return "Read once, now."
    case .rawToken, .signature: return "\(count) characters, taken as they stand"
    case .header, .payload:
      return prompt.jsonFault.map { "not JSON (\($0)); it is taken all the same" }
        ?? "JSON, \(count) bytes"
    case .member: return "JSON, or plain text; times also as +15m, -1h or a date"
    }
  }

  private static func hidden(_ field: TextField) -> TextField {
    var out = TextField(String(repeating: "*", count: field.characters.count))
    for _ in field.cursor..<field.characters.count { _ = out.handle(KeyPress(.left)) }
    return out
  }

  func draw(_ choice: BenchChoice, on canvas: inout Canvas) {
    let size = Size(
      width: min(84, canvas.bounds.width - 2),
      height: min(canvas.bounds.height - 2, choice.count + 2))
    let inner = canvas.box(
      title(choice), note: [Span("Enter   Esc", .keyHint)], in: canvas.bounds.centered(size),
      focused: true)
    let scroll = canvas.list(ListView(count: choice.count, selected: choice.row), in: inner) {
      row in
      line(choice, row)
    }
    canvas.placeRows(scroll, in: inner)
  }

  private func title(_ choice: BenchChoice) -> String {
    switch choice.purpose {
    case .tokens(let texts, _): "\(texts.count) tokens in the text: which one?"
    case .key: "How do you give the key?"
    case .copy: "Copy what?"
    }
  }

  private func line(_ choice: BenchChoice, _ row: Int) -> StyledLine {
    let number = Span("\(row + 1)  ", .key)
    switch choice.purpose {
    case .tokens(let texts, _):
      return [
        number, Span(TokenSummary.words(texts[row])), Span("  \(texts[row].prefix(60))", .dim),
      ]
    case .key: return [number, Span(BenchChoice.KeyWay.allCases[row].words)]
    case .copy: return [number] + copyWords(BenchChoice.CopyWhat.allCases[row])
    }
  }

  private func copyWords(_ what: BenchChoice.CopyWhat) -> StyledLine {
    guard let bench = state.bench else { return [] }
    switch what {
    case .selected:
      let text = bench.copy(.selected)
      let isToken = text == bench.subject.text
      return [
        Span(isToken ? "the selected member (none is selected)" : "what is selected: "),
        Span(isToken ? "" : text, .dim),
      ]
    case .token:
      return [Span("the whole token"), Span("  \(bench.subject.text.utf8.count) characters", .dim)]
    case .verdict: return [Span("the verdict: "), Span(bench.copy(.verdict), .dim)]
    }
  }

  func draw(_ question: BenchQuestion, on canvas: inout Canvas) {
    let width = min(72, canvas.bounds.width - 2)
    let lines = Wrap.lines(question.text, width: max(1, width - 4), glyphs.repertoire)
    let size = Size(width: width, height: min(canvas.bounds.height, lines.count + 4))
    let inner = canvas.box(
      question.title, in: canvas.bounds.centered(size), focused: true)
    canvas.lines(lines.map { [Span(" \($0)")] }, in: inner)
    canvas.line(
      [
        Span(" y", .key), Span(" yes   ", .keyHint), Span("any other key", .key),
        Span(" no", .keyHint),
      ],
      in: inner.row(inner.height - 1))
  }
}
