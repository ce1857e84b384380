import CellUI
import Simulation

/// Where the columns of the grid stand.
struct MatrixColumns {
  let labels: Rect
  let worlds: Rect
  let defences: Rect
  let sets: Rect
  /// The first column of a defence that is in sight, and how many are.
  let visible: Range<Int>

  /// The columns of the two worlds: ` off on`.
  private static let worldsWidth = 8

  init(_ rect: Rect, column: Int) {
    let count = MatrixColumn.all.count - MatrixColumn.worlds
    let label = max(12, min(44, rect.width * 3 / 10))
    let wanted =
      rect.width >= 110 ? max(24, rect.width - label - Self.worldsWidth - count * 2 - 2) : 0
    let setsWidth = min(wanted, max(24, rect.width / 4))
    let (left, rest) = rect.splitLeft(label)
    let (middle, afterWorlds) = rest.splitLeft(rect.width >= 50 ? Self.worldsWidth : 6)
    let (grid, right) = afterWorlds.splitRight(setsWidth)
    (labels, worlds, defences, sets) = (left, middle, grid, right)
    let room = max(1, grid.width / 2)
    var scroll = Scroll(contentHeight: count, viewHeight: room)
    scroll.reveal(max(0, column - MatrixColumn.worlds), margin: 2)
    visible =
      scroll.visible.lowerBound + MatrixColumn.worlds..<scroll.visible.upperBound
      + MatrixColumn.worlds
  }

  /// The column on the screen of a column of the matrix; nil when it is out of sight.
  func x(of column: Int) -> Int? {
    if column < MatrixColumn.worlds { return worlds.x + (column == 0 ? 1 : 5) }
    guard visible.contains(column) else { return nil }
    return defences.x + (column - visible.lowerBound) * 2
  }
}

/// Attacks down, defences across.
struct MatrixGrid {
  let matrix: MatrixState
  let glyphs: Glyphs

  /// A line of the grid: a family's heading, or an attack by its index.
  enum Line: Hashable {
    case family(String)
    case attack(Int)
  }

  var lines: [Line] {
    var out: [Line] = []
    var family: String?
    for index in matrix.visible {
      if matrix.attacks[index].family != family {
        family = matrix.attacks[index].family
        out.append(.family(matrix.attacks[index].family))
      }
      out.append(.attack(index))
    }
    return out
  }

  /// Two lines: the families over their columns, the name of the column under the cursor.
  func drawHead(on canvas: inout Canvas, in rect: Rect) {
    let columns = MatrixColumns(rect, column: matrix.column)
    let names = rect.row(rect.height - 1)
    if rect.height > 1 { drawFamilies(columns, on: &canvas, in: rect.row(0)) }
    let view = matrix.view == .alone ? "alone" : "missing"
    canvas.line([Span("  each defence \(view)", .dim)], in: columns.labels.row(rect.height - 1))
    canvas.line([Span("off on", .dim)], in: columns.worlds.row(rect.height - 1).inset(left: 1))
    canvas.line(
      [Span(" smallest sets", .heading)], in: columns.sets.row(rect.height - 1))
    drawName(columns, on: &canvas, in: names)
  }

  private func drawFamilies(_ columns: MatrixColumns, on canvas: inout Canvas, in row: Rect) {
    for family in DefenceFamily.all {
      let seen = family.columns.clamped(to: columns.visible)
      guard let first = seen.first, let x = columns.x(of: first) else { continue }
      let room = Rect(x: x, y: row.y, width: max(1, seen.count * 2 - 1), height: 1)
      canvas.line(
        [Span(family.title, .heading)], in: room.intersection(columns.defences.atRow(row)))
    }
    if columns.visible.lowerBound > MatrixColumn.worlds {
      canvas.glyph(glyphs.arrowLeft, x: columns.defences.x - 1, y: row.y, role: .dim)
    }
    if columns.visible.upperBound < MatrixColumn.all.count {
      canvas.glyph(glyphs.arrowRight, x: columns.defences.maxX - 1, y: row.y, role: .dim)
    }
  }

  /// The name stands behind its arrow, or before it where there is no room.
  private func drawName(_ columns: MatrixColumns, on canvas: inout Canvas, in row: Rect) {
    guard let x = columns.x(of: matrix.column) else { return }
    let name = matrix.selectedColumn.name
    let place = columns.defences.atRow(row)
    guard matrix.column >= MatrixColumn.worlds else {
      canvas.glyph(glyphs.arrowDown, x: x - 1, y: row.y, role: .accent)
      return
    }
    canvas.glyph(glyphs.arrowDown, x: x, y: row.y, role: .accent)
    let width = TextWidth.of(name, glyphs.repertoire)
    if x + 2 + width <= place.maxX {
      canvas.text(name, x: x + 2, y: row.y, width: place.maxX - x - 2, role: .accent)
    } else {
      let start = max(place.x, x - 1 - width)
      canvas.text(name, x: start, y: row.y, width: max(0, x - 1 - start), role: .accent)
    }
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let columns = MatrixColumns(rect, column: matrix.column)
    let lines = self.lines
    var scroll = Scroll(contentHeight: lines.count, viewHeight: rect.height)
    if let line = lines.firstIndex(of: .attack(matrix.attack)) { scroll.reveal(line, margin: 1) }
    for (offset, index) in scroll.visible.enumerated() {
      let row = rect.row(offset)
      switch lines[index] {
      case .family(let name):
        canvas.line(
          [Span(" \(Self.title(ofFamily: name))", .heading)], in: columns.labels.atRow(row))
      case .attack(let index): draw(index, columns, on: &canvas, in: row)
      }
    }
    canvas.scrollMarks(scroll, in: columns.labels.atRows(rect))
  }

  static func title(ofFamily name: String) -> String {
    switch name {
    case "session": "Sessions"
    case "jwt": "JWTs"
    case "oauth": "OAuth and OpenID Connect"
    default: name
    }
  }

  private func draw(
    _ index: Int, _ columns: MatrixColumns, on canvas: inout Canvas, in row: Rect
  ) {
    let attack = matrix.attacks[index]
    let isSelected = index == matrix.attack
    let found = matrix.rows[attack.id]
    let marker = isSelected ? "\(glyphs.marker)" : " "
    let isAsked = matrix.isAsked(attack.id)
    let label = columns.labels.atRow(row)
    canvas.line(
      [
        Span(marker, .accent),
        Span(" \(attack.shortName)", found == nil ? .inactive : .normal),
        Span(isAsked ? " in turn" : "", .changed),
      ], in: label)
    canvas.place(row, ClickTarget.cell(attack: index, column: matrix.column))
    if isSelected { canvas.restyle(label.inset(left: 1), adding: .selected) }
    for column in Array(0..<MatrixColumn.worlds) + Array(columns.visible) {
      guard let x = columns.x(of: column) else { continue }
      let mark = found?.mark(MatrixColumn.all[column], matrix.view) ?? .unplayed
      canvas.text(String(mark.sign), x: x, y: row.y, width: 1, role: mark.role)
      canvas.place(
        Rect(x: x, y: row.y, width: 1, height: 1),
        ClickTarget.cell(attack: index, column: column))
      if isSelected, column == matrix.column {
        canvas.restyle(Rect(x: x, y: row.y, width: 1, height: 1), adding: .selected)
      }
    }
    canvas.line(sets(attack, found), in: columns.sets.atRow(row).inset(left: 1))
  }

  private func sets(_ attack: MatrixAttack, _ row: MatrixRow?) -> StyledLine {
    if let row { return [Span(MatrixWords(row: row).shortest)] }
    return matrix.failures[attack.id].map { [Span($0, .warning)] } ?? []
  }
}

extension MatrixAttack {
  /// `alg-none`: the id without its family.
  var shortName: String {
    guard let slash = id.firstIndex(of: "/") else { return id }
    return String(id[id.index(after: slash)...])
  }
}

extension Rect {
  /// The same columns in the rows of another rectangle.
  func atRow(_ row: Rect) -> Rect { Rect(x: x, y: row.y, width: width, height: 1) }
  func atRows(_ rows: Rect) -> Rect { Rect(x: x, y: rows.y, width: width, height: rows.height) }
}
