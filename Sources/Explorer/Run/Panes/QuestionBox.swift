import CellUI
import Trace

/// The question at the current moment, or how an earlier one came out; nil where there is none.
struct QuestionBox {
  let run: RunState
  let width: Int
  let glyphs: Glyphs

  func content() -> PaneContent? {
    if let placed = run.question, !run.walk.atEnd {
      return asked(placed.question)
    }
    guard let settled = run.settledQuestion, !run.walk.atEnd else { return nil }
    return result(settled)
  }

  private func asked(_ question: Question) -> PaneContent {
    let state = run.questionState(question)
    var out = LineMaker(width: width, glyphs.repertoire)
    out.add([Span("  \(question.ask)", .question)], hanging: 2)
    for hint in question.hints.prefix(state.hintsShown) {
      out.add([Span("  Hint: \(hint)", .dim)], hanging: 8)
    }
    guard state.reply == .open else {
      out.add([
        Span("  \(Self.words(state.reply, question))"),
        Span("  \(run.press(.next)) plays on.", .keyHint),
      ])
      return PaneContent(title: "Question", lines: out.lines)
    }
    var focus: Int?
    var clicks: [(lines: Range<Int>, target: ClickTarget)] = []
    for (index, row) in run.rows(of: question).enumerated() {
      let isSelected = index == state.row
      if isSelected { focus = out.lines.count }
      let first = out.lines.count
      add(row, question, isSelected: isSelected, &out)
      clicks.append((first..<out.lines.count, .answer(index)))
    }
    return PaneContent(
      title: "Question", note: [Span(hint, .keyHint)], lines: out.lines,
      focusLine: focus, clicks: clicks)
  }

  private var hint: String {
    "\(run.press(.down))/\(run.press(.up)) \(run.press(.enter)) answer   \(run.press(.next)) skips"
  }

  private func add(
    _ row: QuestionRow, _ question: Question, isSelected: Bool, _ out: inout LineMaker
  ) {
    let marker = isSelected ? "\(glyphs.marker) " : "  "
    let emphasis: Emphasis = isSelected ? .selected : []
    switch row {
    case .choice(let index):
      let choice = question.choices[index]
      out.add(
        [
          Span("  \(marker)", .accent), Span(choice.words, .normal, emphasis),
          Span(" (\(choice.code))", .dim, emphasis),
        ], hanging: 4)
    case .hint(let left):
      out.add([Span("  \(marker)", .accent), Span("a hint (\(left) left)", .dim, emphasis)])
    case .tell:
      out.add(
        [Span("  \(marker)", .accent), Span("tell me (no credit)", .dim, emphasis)])
    }
  }

  private static func words(_ reply: QuestionState.Reply, _ question: Question) -> String {
    switch reply {
    case .open: ""
    case .chosen(let index):
      question.choices.indices.contains(index)
        ? "You say: \(question.choices[index].words) (\(question.choices[index].code))." : ""
    case .skipped: "Skipped."
    case .told: "The run says: \(question.answerWords)."
    }
  }

  /// After the message that decides.
  private func result(_ question: Question) -> PaneContent? {
    let state = run.questionState(question)
    guard let result = state.result, result == .right || result == .wrong else { return nil }
    if let branch = state.branch, branch != run.branch.name {
      return elsewhere(question, state, branch)
    }
    var out = LineMaker(width: width, glyphs.repertoire)
    let role: StyleRole = result == .right ? .ok : .warning
    let mark = result == .right ? glyphs.tick : glyphs.crossMark
    let verdict = result == .right ? "Right" : "Not so"
    out.add([Span("  \(question.ask)", .dim)], hanging: 2)
    out.add(
      [
        Span("  \(mark) \(verdict). ", role),
        Span("\(Self.words(state.reply, question)) The run says: \(question.answerWords)."),
      ], hanging: 4)
    return PaneContent(title: "Answer", lines: out.lines)
  }

  /// The question was answered in another run, which this one does not judge.
  private func elsewhere(
    _ question: Question, _ state: QuestionState, _ branch: String
  ) -> PaneContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    out.add([Span("  \(question.ask)", .dim)], hanging: 2)
    out.add([Span("  Here the run says: \(question.answerWords).")], hanging: 4)
    out.add(
      [
        Span("  In \(branch): \(Self.words(state.reply, question))", .dim)
      ], hanging: 4)
    return PaneContent(title: "Answer", lines: out.lines)
  }
}
