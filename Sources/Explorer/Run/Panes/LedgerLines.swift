import CellUI
import Ledger

/// A ledger of checks as lines; checks without a word to say on them share lines when asked to.
struct LedgerLines {
  let rows: [LedgerRow]
  let nameWidth: Int

  init(_ rows: [LedgerRow]) {
    self.rows = rows
    nameWidth = min(24, (rows.map { $0.check.id.text.utf8.count }.max() ?? 0) + 2)
  }

  /// Returns the line of the first check that failed.
  @discardableResult
  func addGrouped(to out: inout LineMaker) -> Int? {
    var failed: Int?
    var group: [LedgerRow] = []
    for row in rows {
      if let first = group.first, !Self.joins(row, first) {
        flush(&group, &out)
      }
      if Self.isPlain(row) {
        group.append(row)
        continue
      }
      if row.hasFailed { failed = out.lines.count }
      out.add(
        Self.head(row) + [Span(row.check.id.text.padded(to: nameWidth))] + Self.tail(row),
        hanging: 10 + nameWidth)
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

  private func flush(_ group: inout [LedgerRow], _ out: inout LineMaker) {
    guard let first = group.first else { return }
    let names = group.map(\.check.id.text).joined(separator: "  ")
    let isPass = first.outcome == .pass
    let note: StyledLine = isPass ? [] : [Span("  not reached", .inactive)]
    out.add(Self.head(first) + [Span(names, isPass ? .normal : .inactive)] + note, hanging: 10)
    group = []
  }
}
