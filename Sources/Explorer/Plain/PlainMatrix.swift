import Simulation

/// The matrix as numbered lines, for pipes and screen readers.
package struct PlainMatrix {
  private let rows: [MatrixRow]

  package init(_ rows: [MatrixRow]) { self.rows = rows }

  package func lines() -> [String] {
    rows.enumerated().flatMap { Self.lines($1, number: $0 + 1) }
      + ["\(rows.count) attacks, \(rows.reduce(0) { $0 + $1.runs }) runs"]
  }

  /// What is known of the attack under the cursor, for the clipboard.
  static func text(of matrix: MatrixState) -> String {
    guard let attack = matrix.selected else { return "" }
    let lines = matrix.row.map { Self.lines($0, number: nil) }
    return (lines ?? ["\(attack.id): not played yet"]).joined(separator: "\n")
  }

  private static func lines(_ row: MatrixRow, number: Int?) -> [String] {
    let words = MatrixWords(row: row)
    let head = number.map { "\($0). " } ?? ""
    var out = [
      "\(head)\(row.scenario): \(row.title)", "   \(words.smallest)", "   \(words.worlds)",
    ]
    if let missed = words.missed { out.append("   \(missed)") }
    for id in row.effective {
      let missing = row.mark(.defence(id), .missing)
      out.append(
        "   \(words.cell(.defence(id), .alone))"
          + (missing == .missed ? " And \(missing.word)." : ""))
    }
    return out
  }
}
