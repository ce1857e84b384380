import CellUI
import Ledger
import Simulation

/// What the matrix says of the attack and the cell under the cursor, in words.
struct MatrixDetails {
  let matrix: MatrixState
  let width: Int
  let glyphs: Glyphs

  func lines() -> [StyledLine] {
    guard let attack = matrix.selected else {
      return [[Span("  There is no attack in this library.", .dim)]]
    }
    var out = LineMaker(width: width, glyphs.repertoire)
    if let row = matrix.row {
      addCell(row, &out)
      addAttack(row, &out)
      addDefences(row, &out)
    } else {
      addUnplayed(attack, &out)
    }
    out.blank()
    addLegend(&out)
    return out.lines
  }

  private func addUnplayed(_ attack: MatrixAttack, _ out: inout LineMaker) {
    if let failure = matrix.failures[attack.id] {
      out.add([Span("  \(failure)", .warning)], hanging: 2)
    } else if matrix.isAsked(attack.id) {
      out.add([Span("  It is being played: every world of it is a run of its own.")], hanging: 2)
    } else {
      out.add(
        [
          Span("  ? not played yet. ", .inactive), Span(matrix.press(.enter), .key),
          Span(" plays this attack with every defence off, with all on, with each one alone and "),
          Span("with each one missing; "), Span(matrix.press(.playAll), .key),
          Span(" plays all attacks."),
        ], hanging: 4)
      out.add(
        [Span("  Guess first: which defence would stop it?", .question)], hanging: 2)
    }
  }

  private func addCell(_ row: MatrixRow, _ out: inout LineMaker) {
    let column = matrix.selectedColumn
    let mark = row.mark(column, matrix.view)
    out.add(
      [
        Span("  \(mark.sign) ", mark.role),
        Span(MatrixWords(row: row).cell(column, matrix.view), .strong),
        Span(
          "  \(matrix.press(.enter)) opens this run: \(row.world(column, matrix.view).words).",
          .keyHint),
      ], hanging: 4)
    if let defence = column.defence.flatMap({ DefenceCatalogue.defence($0) }) {
      out.add(
        [
          Span("    \(defence.title); against \(defence.stops)", .dim),
          Span("  \(defence.reference)", .inactive),
        ], hanging: 4)
    }
  }

  private func addAttack(_ row: MatrixRow, _ out: inout LineMaker) {
    let words = MatrixWords(row: row)
    out.add([Span("  Stopped by  ", .heading), Span(words.smallest)], hanging: 14)
    out.add([Span("  Worlds      ", .heading), Span(words.worlds)], hanging: 14)
    if let missed = words.missed {
      out.add([Span("  Missing     ", .heading), Span(missed)], hanging: 14)
    }
  }

  /// The defences that do something to this attack, each with what it does alone and missing.
  private func addDefences(_ row: MatrixRow, _ out: inout LineMaker) {
    guard !row.effective.isEmpty else { return }
    out.blank()
    out.add([Span("  Defences that matter here", .heading)], hanging: 2)
    let nameWidth = (row.effective.map(\.text.utf8.count).max() ?? 0) + 2
    for id in row.effective {
      let alone = row.mark(.defence(id), .alone)
      let missing = row.mark(.defence(id), .missing)
      let isSelected = matrix.selectedColumn == .defence(id)
      var line: StyledLine = [
        Span(isSelected ? "  \(glyphs.marker) " : "    ", .accent),
        Span(id.text.padded(to: nameWidth), isSelected ? .strong : .normal),
        Span("\(alone.sign) \(alone.word)", alone.role),
      ]
      if missing == .missed { line.append(Span("; \(missing.sign) \(missing.word)", missing.role)) }
      if width >= 150, let title = DefenceCatalogue.defence(id)?.title {
        line.append(Span("   \(title)", .dim))
      }
      out.add(line, hanging: 4 + nameWidth)
    }
  }

  private func addLegend(_ out: inout LineMaker) {
    var line: StyledLine = [Span("  Signs  ", .heading)]
    for mark in MatrixMark.legend(matrix.view) {
      line += [Span("\(mark.sign) ", mark.role), Span("\(mark.word)   ", .dim)]
    }
    out.add(line, hanging: 9)
  }
}
