import Ledger
import Simulation

/// What the matrix says of an attack, in sentences.
struct MatrixWords {
  let row: MatrixRow

  /// "only revoke-on-logout"; "any of pin-algorithm, block-none"; "a + b, or c + d".
  var shortest: String {
    if row.cures.count == 1 { return "only \(row.cures[0].text)" }
    if !row.cures.isEmpty { return "any of \(names(row.cures))" }
    if !row.alone.isEmpty { return "at a price: \(names(row.alone))" }
    if row.smallest.isEmpty { return row.residual ? "none: residual" : "none of up to three" }
    return sets
  }

  /// Those that stop the attack alone, and honest use with it.
  private var broken: [DefenceID] { row.alone.filter { row.breaking.contains([$0]) } }

  private var sets: String {
    row.smallest.map { set in
      set.map(\.text).joined(separator: " + ")
        + (row.breaking.contains(set) ? " (stops honest use, too)" : "")
    }.joined(separator: ", or ")
  }

  private func names(_ ids: [DefenceID]) -> String {
    ids.map(\.text).joined(separator: ", ")
  }

  /// The smallest sets that stop it, in a sentence.
  var smallest: String {
    let price =
      broken.isEmpty ? "" : " \(names(broken)) would, but honest use does not work then either."
    if row.cures.count == 1 {
      return "\(row.cures[0].text) stops it alone, and nothing else does.\(price)"
    }
    if !row.cures.isEmpty { return "Each of these stops it alone: \(names(row.cures)).\(price)" }
    if !row.alone.isEmpty { return "No defence stops it and nothing else.\(price)" }
    if !row.smallest.isEmpty { return "No defence stops it alone; together: \(sets)." }
    return row.residual
      ? "It works under every defence: what is left must be lived with, or found out."
      : "No set of up to three defences stops it."
  }

  /// How it fares in the two outermost worlds.
  var worlds: String {
    let off =
      row.worksUndefended
      ? "With every defence off it works"
      : "With every defence off it does not work, so defences are added to the world it needs"
    return off + (row.stoppedByAll ? "; with every one on it fails." : "; with every one on, too.")
  }

  /// What the others do not make up for; nil where every one can be spared.
  var missed: String? {
    guard !row.missed.isEmpty else { return nil }
    return "With all others on it still works without \(names(row.missed))."
  }

  /// What a cell says, with the defence's own words.
  func cell(_ column: MatrixColumn, _ view: MatrixView) -> String {
    let mark = row.mark(column, view)
    guard let id = column.defence else {
      return "\(column.name): \(mark.word)."
    }
    if mark == .together, let set = row.smallest.first(where: { $0.contains(id) }) {
      let others = set.filter { $0 != id }.map(\.text).joined(separator: " and ")
      return "\(id.text): not enough alone; stops it together with \(others)."
    }
    return "\(id.text): \(mark.word)."
  }
}
