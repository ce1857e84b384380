import Ledger

/// The rows of a ledger as text for people.
enum LedgerText {
  /// One line for each row, and a second one where `below` has something to add.
  static func rows(
    _ ledger: [LedgerRow], below: (LedgerRow) -> String? = { _ in nil }
  ) -> [String] {
    let width = ledger.map { $0.check.id.text.utf8.count }.max() ?? 0
    let indent = String(repeating: " ", count: width + 20)
    return ledger.flatMap { row in
      let outcome = padded(OutcomeWords(row.outcome).people, 14)
      let id = padded(row.check.id.text, width)
      let reference = row.check.reference.isEmpty ? "" : "  (\(row.check.reference))"
      let line = "  \(outcome)  \(id)  \(detail(row))\(reference)"
      return [line] + (below(row).map { [indent + $0] } ?? [])
    }
  }

  static func detail(_ row: LedgerRow) -> String {
    switch row.outcome {
    case .pass, .notReached: row.check.title
    case .fail(let expected, let actual): Shown.text("expected \(expected); actual \(actual)")
    case .off(let waiver, let finding):
      Shown.text(OutcomeWords.reason(waiver) + ": " + OutcomeWords.would(finding))
    case .notApplicable(let why): Shown.text(why)
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
