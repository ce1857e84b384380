import CellUI
import Ledger
import Trace

/// The server's checks on the current message: announced, gone through one by one, or all told.
struct ChecksSection {
  let run: RunState
  let glyphs: Glyphs

  private var words: Wording { Wording(model: run.model) }

  /// Returns the line of the check that the reader stands at.
  func add(to out: inout LineMaker) -> Int? {
    let checks = run.checks
    guard !checks.rows.isEmpty else { return nil }
    let server = words.party(checks.server, instance: checks.instance)
    out.blank()
    if isAnnouncing(checks) {
      announce(checks, server, &out)
      return nil
    }
    out.add([Span("  \(server) checks, in this order:", .heading)])
    return tell(checks, &out)
  }

  /// Before the answer has come, the reader sees what will be asked and not what comes out.
  private func isAnnouncing(_ checks: MessageChecks) -> Bool {
    !checks.isAnswered && run.walk.check == nil && run.branch.isVeiled(answerPosition)
  }

  private var answerPosition: Int { run.moment?.partner ?? run.position }

  private func announce(_ checks: MessageChecks, _ server: String, _ out: inout LineMaker) {
    let count = checks.rows.count == 1 ? "1 check" : "\(checks.rows.count) checks"
    out.add(
      [Span("  \(server) will make \(count):", .heading)],
      right: [Span("\(run.press(.enter)) in", .keyHint)])
    let names = checks.rows.map { $0.check.id.text }.joined(separator: "   ")
    out.add([Span("    \(names)", .dim)], hanging: 4)
  }

  private func tell(_ checks: MessageChecks, _ out: inout LineMaker) -> Int? {
    let current = run.walk.check
    let hidesRest = !checks.isAnswered && run.branch.isVeiled(answerPosition)
    let lines = LedgerLines(checks.rows, checks.places)
    guard current != nil || hidesRest else {
      let failed = lines.addGrouped(to: &out)
      // The check that refused comes into sight, until the reader scrolls.
      return run.panes.scroll[.message, default: 0] == 0 ? failed : nil
    }
    var focus: Int?
    for (index, row) in checks.rows.enumerated() {
      let isCurrent = index == current
      if isCurrent { focus = out.lines.count }
      let isHidden = hidesRest && index > (current ?? -1)
      if isHidden {
        add(row, isCurrent: isCurrent, isHidden: true, width: lines.nameWidth, &out)
        continue
      }
      out.target(lines.thing(index)) { out in
        add(row, isCurrent: isCurrent, isHidden: false, width: lines.nameWidth, &out)
      }
    }
    return focus
  }

  private func add(
    _ row: LedgerRow, isCurrent: Bool, isHidden: Bool, width: Int, _ out: inout LineMaker
  ) {
    let marker = isCurrent ? "\(glyphs.marker) " : "  "
    let name = row.check.id.text.padded(to: width)
    if isHidden {
      out.add([Span("  \(marker)"), Span("?     \(name)", .inactive)])
      return
    }
    out.add(
      LedgerLines.head(row, marker: [Span("  \(marker)", .accent)]) + [Span(name)]
        + LedgerLines.tail(row), hanging: 10 + width)
    guard isCurrent else { return }
    for line in details(row) { out.add([Span("          ")] + line, hanging: 10) }
  }

  /// What the check is about, once the reader stands at it.
  private func details(_ row: LedgerRow) -> [StyledLine] {
    var lines: [StyledLine] = [[Span(row.check.title)]]
    if !row.check.reference.isEmpty { lines.append([Span(row.check.reference, .dim)]) }
    if let defence = row.check.defence {
      lines.append([Span("switched by the defence \(defence.text)", .dim)])
    }
    return lines
  }
}

/// A check's outcome in words.
struct CheckWords {
  let word: String
  let role: StyleRole
  /// What there is to say besides the word; empty when it passed.
  let short: String

  var isBad: Bool { role == .refused || role == .warning }

  init(_ outcome: Outcome) {
    switch outcome {
    case .pass: (word, role, short) = ("pass", .ok, "")
    case .fail(let expected, let actual):
      (word, role, short) = ("FAIL", .refused, "expected \(expected); it is \(actual)")
    case .off(let waiver, let finding):
      (word, role, short) = ("off", .warning, Self.words(waiver) + Self.words(finding))
    case .notApplicable(let why): (word, role, short) = ("n/a", .inactive, why)
    case .notReached: (word, role, short) = ("-", .inactive, "not reached")
    }
  }

  private static func words(_ waiver: Waiver) -> String {
    switch waiver {
    case .defence: "not checked"
    case .caller(let why): "not checked: \(why)"
    }
  }

  private static func words(_ finding: Finding) -> String {
    switch finding {
    case .holds: "; it would have passed"
    case .fails(let expected, let actual):
      "; it would have FAILED: expected \(expected), it is \(actual)"
    case .moot(let why): "; it would have had nothing to judge: \(why)"
    }
  }
}
