import CellUI

/// Draws the words: a field to look for others, then each word with its meaning.
struct GlossaryBox {
  let words: GlossaryState
  let glyphs: Glyphs

  func draw(on canvas: inout Canvas) -> Point {
    let width = ListBox.lineWidth(canvas.bounds)
    let rows = words.rows.map { lines($0, width: width) }
    let wanted = 4 + rows.reduce(0) { $0 + $1.count }
    let size = Size(
      width: ListBox.width(canvas.bounds), height: min(canvas.bounds.height, max(5, wanted)))
    let inner = canvas.box(
      "Words", note: [Span("\(note)   ", .dim), Span("Enter its lesson   Esc", .keyHint)],
      in: canvas.bounds.centered(size), focused: true)
    let (top, below) = inner.splitTop(1)
    canvas.text("/", x: top.x + 1, y: top.y, role: .key)
    let cursor = canvas.field(
      words.field, in: top.inset(left: 3, right: 1), hint: "type another word")
    let list = below.height > 3 ? below.splitTop(1).rest : below
    if rows.isEmpty { canvas.line(["   No word fits."], in: list.row(0)) }
    ListBox(title: "", note: [], rows: rows, selected: rows.isEmpty ? nil : words.row)
      .drawRows(on: &canvas, in: list)
    return cursor
  }

  private var note: String {
    guard words.field.isEmpty else { return "\(words.rows.count) fit" }
    return words.inSight == 0 ? "none of them is in sight" : "\(words.inSight) in sight, then all"
  }

  private func lines(_ entry: GlossaryEntry, width: Int) -> [StyledLine] {
    var out = LineMaker(width: width, glyphs.repertoire)
    let kind = entry.kind.isEmpty ? "" : "  \(entry.kind)"
    let gap = String(repeating: " ", count: max(2, 22 - TextWidth.of(entry.word + kind)))
    out.add(
      [
        Span(entry.word, .accent), Span(kind, .dim), Span(gap), Span(entry.meaning),
        Span(entry.reference.isEmpty ? "" : "  \(entry.reference)", .inactive),
      ], hanging: width > 60 ? 22 : 4)
    return out.lines
  }
}
