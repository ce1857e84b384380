import Ledger
import Simulation
import Wire

/// The matrix as text for people, and as JSON.
enum MatrixReport {
  static func text(_ rows: [MatrixRow]) -> String {
    let blocks = rows.map { block($0).joined(separator: "\n") }
    let runs = rows.map(\.runs).reduce(0, +)
    let through = rows.filter { !$0.stoppedByAll }.map(\.scenario)
    let last =
      "\(rows.count) attacks x \(DefenceCatalogue.all.count) defences, \(runs) runs. "
      + (through.isEmpty
        ? "With every defence on, none works."
        : "With every defence on, \(through.count == 1 ? "one works" : "\(through.count) work"): "
          + through.joined(separator: ", ") + ".")
    return (blocks + [last]).joined(separator: "\n")
  }

  private static func block(_ row: MatrixRow) -> [String] {
    var lines = ["\(row.scenario)  \(row.title)"]
    if !row.worksUndefended { lines.append("    does not work in a world without any defence") }
    let rest = row.smallest.filter { $0.count > 1 }
    let cures = row.cures
    if cures.count == 1 {
      lines.append("    only this stops it alone:  \(cures[0].text)")
    } else if !cures.isEmpty {
      lines.append("    each stops it alone:       \(names(cures))")
    }
    lines += rest.map { set in
      let price = row.breaking.contains(set) ? ", and honest use with it" : ""
      return "    together they stop it:     \(names(set, " + "))\(price)"
    }
    lines += row.breaking.filter { $0.count == 1 }.map {
      "    stops honest use as well:  \($0[0].text)"
    }
    if row.smallest.isEmpty { lines.append("    no set of up to three defences stops it") }
    if !row.missed.isEmpty {
      lines.append("    works with all others on:  without \(names(row.missed))")
    }
    if row.residual { lines.append("    residual: it says that it works under every defence") }
    return lines
  }

  private static func names(_ ids: [DefenceID], _ between: String = ", ") -> String {
    ids.map(\.text).joined(separator: between)
  }

  static func json(_ rows: [MatrixRow]) -> JSONValue {
    [
      "defences": .array(DefenceCatalogue.all.map { .string($0.id.text) }),
      "attacks": .array(rows.map(json)),
    ]
  }

  private static func json(_ row: MatrixRow) -> JSONValue {
    [
      "id": .string(row.scenario), "title": .string(row.title), "residual": .bool(row.residual),
      "worksUndefended": .bool(row.worksUndefended), "stoppedByAll": .bool(row.stoppedByAll),
      "alone": list(row.alone), "missed": list(row.missed),
      "smallest": .array(row.smallest.map(list)),
      "breaking": .array(row.breaking.map(list)), "runs": .integer(Int64(row.runs)),
    ]
  }

  private static func list(_ ids: [DefenceID]) -> JSONValue {
    .array(ids.map { .string($0.text) })
  }
}
