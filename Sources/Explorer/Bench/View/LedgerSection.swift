import CellUI
import Ledger

/// The checks in their order, live: what holds, what refuses, and what was not asked.
struct LedgerSection {
  let bench: BenchState
  let glyphs: Glyphs
  let width: Int

  private var checks: [BenchCheck] { bench.model.judgement.checks }

  func content() -> SectionContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    let names = min(20, (checks.map { $0.row.check.id.text.utf8.count }.max() ?? 0) + 1)
    var focus: Int?
    for (index, check) in checks.enumerated() {
      let isSelected = bench.view.focus == .checks && bench.view.row(.checks) == index
      let isDecisive = bench.model.judgement.refusal == check
      if isSelected || (isDecisive && bench.view.focus != .checks) { focus = out.lines.count }
      add(check, isSelected, names, &out)
    }
    return SectionContent(
      title: "Checks, in order", note: [Span(summary, .dim)], lines: out.lines, focusLine: focus)
  }

  private var summary: String {
    let passed = checks.count { $0.row.outcome == .pass }
    let failed = checks.count { if case .fail = $0.row.outcome { true } else { false } }
    return failed > 0 ? "\(passed) pass, \(failed) refuses" : "\(passed) pass"
  }

  private func add(
    _ check: BenchCheck, _ isSelected: Bool, _ names: Int, _ out: inout LineMaker
  ) {
    let (word, role) = Self.word(check.row.outcome)
    let isQuiet = role == .inactive
    let head: StyledLine = [
      Span(isSelected ? "\(glyphs.marker) " : "  ", .accent), Span(word.padded(to: 6), role),
      Span(
        check.row.check.id.text.padded(to: names), isQuiet ? .inactive : .normal,
        isSelected ? .selected : []),
    ]
    if case .fail(let expected, let actual) = check.row.outcome {
      let reference = check.row.check.reference
      out.add(head, right: [Span("\(reference) ", .link)])
      out.add([Span("          expected "), Span(expected)], hanging: 12)
      out.add([Span("          found    "), Span(actual, .refused)], hanging: 12)
      return
    }
    let tail = StyledLine([Span(Self.tail(check), isQuiet ? .inactive : .dim)])
    if isSelected {
      out.add(head + tail, hanging: 8 + names)
    } else {
      addCut(head + tail, check, &out)
    }
  }

  /// One line; the section that asks for the check stands at its end where there is room.
  private func addCut(_ line: StyledLine, _ check: BenchCheck, _ out: inout LineMaker) {
    let reference = Span("\(check.row.check.reference) ", .inactive)
    let gap =
      width - line.displayWidth(glyphs.repertoire) - TextWidth.of(reference.text, glyphs.repertoire)
    out.addCut(
      gap >= 2 && width >= 84 ? line + [Span(String(repeating: " ", count: gap)), reference] : line)
  }

  private static func word(_ outcome: Outcome) -> (String, StyleRole) {
    switch outcome {
    case .pass: ("pass", .ok)
    case .fail: ("FAIL", .refused)
    case .off(.defence, _): ("OFF", .warning)
    case .off(.caller, _), .notApplicable, .notReached: ("----", .inactive)
    }
  }

  private static func tail(_ check: BenchCheck) -> String {
    switch check.row.outcome {
    case .pass: return check.row.check.title
    case .fail: return ""
    case .notApplicable(let why): return why
    case .notReached: return "not reached" + would(check.would)
    case .off(.caller(let why), let finding):
      return why == "no key given"
        ? "not asked: no key" + would(check.would) : "\(why)\(would(finding, isAsked: false))"
    case .off(.defence(let id), let finding):
      return "left out, \(id.text) is off\(would(finding))"
    }
  }

  private static func would(_ finding: Finding?, isAsked: Bool = true) -> String {
    switch finding {
    case .holds: "; would pass"
    case .fails(_, let actual): "; would FAIL: \(actual)"
    case .moot(let why): isAsked ? "" : "; \(why)"
    case nil: ""
    }
  }
}
