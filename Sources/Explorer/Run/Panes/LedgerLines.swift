import CellUI
import Ledger

/// A ledger of checks as lines; checks without a word to say on them share lines when asked to.
struct LedgerLines {
  let rows: [LedgerRow]
  /// Where the rows stand in the trace, in their order.
  let places: [LedgerPlace]
  let nameWidth: Int

  init(_ rows: [LedgerRow], _ places: [LedgerPlace]) {
    self.rows = rows
    self.places = places
    nameWidth = min(24, (rows.map { $0.check.id.text.utf8.count }.max() ?? 0) + 2)
  }

  /// Returns the line of the first check that failed.
  @discardableResult
  func addGrouped(to out: inout LineMaker) -> Int? {
    var failed: Int?
    var group: [Int] = []
    for (index, row) in rows.enumerated() {
      if let first = group.first, !Self.joins(row, rows[first]) {
        flush(&group, &out)
      }
      if Self.isPlain(row) {
        group.append(index)
        continue
      }
      if row.hasFailed { failed = out.lines.count }
      out.target(thing(index)) { out in
        out.add(
          Self.head(row) + [Span(row.check.id.text.padded(to: nameWidth))] + Self.tail(row),
          hanging: 10 + nameWidth)
      }
    }
    flush(&group, &out)
    return failed
  }

  /// `    pass  `
  static func head(_ row: LedgerRow, marker: StyledLine = ["    "]) -> StyledLine {
    let verdict = CheckWords(row.outcome)
    return marker + [Span(verdict.word.padded(to: 6), verdict.role)]
  }

  static func tail(_ row: LedgerRow) -> StyledLine {
    let verdict = CheckWords(row.outcome)
    return [Span(verdict.short, verdict.isBad ? .normal : .dim)]
  }

  private static func isPlain(_ row: LedgerRow) -> Bool {
    switch row.outcome {
    case .pass, .notReached: true
    case .fail, .off, .notApplicable: false
    }
  }

  private static func joins(_ row: LedgerRow, _ other: LedgerRow) -> Bool {
    isPlain(row) && row.outcome == other.outcome
  }

  /// What the cursor stands on at a row.
  func thing(_ index: Int) -> PaneThing {
    let row = rows[index]
    let verdict = CheckWords(row.outcome)
    let name = row.check.id.text
    let value = ["\(name) \(verdict.word)", verdict.short].filter { !$0.isEmpty }
    return PaneThing(
      .check(record: places[index].record, row: places[index].row), "the check \(name)",
      value.joined(separator: ": "), isVerdict: true)
  }

  private func flush(_ group: inout [Int], _ out: inout LineMaker) {
    guard let first = group.first.map({ rows[$0] }) else { return }
    let names = group.map { rows[$0].check.id.text }
    let isPass = first.outcome == .pass
    let note: StyledLine = isPass ? [] : [Span("  not reached", .inactive)]
    out.targets(group.map { (rows[$0].check.id.text, thing($0)) }) { out in
      out.add(
        Self.head(first)
          + [Span(names.joined(separator: "  "), isPass ? .normal : .inactive)] + note,
        hanging: 10)
    }
    group = []
  }
}
