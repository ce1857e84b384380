import CellUI

/// Draws a value with nothing left out; long lines are broken anywhere.
struct WholeBox {
  let whole: WholeState
  let keys: KeyTable
  let glyphs: Glyphs

  func draw(on canvas: inout Canvas) {
    let scroll = scroll(in: Size(width: canvas.bounds.width, height: canvas.bounds.height))
    let lines = lines(width: Self.width(canvas.bounds.width))
    let size = Size(
      width: min(110, canvas.bounds.width - 2),
      height: min(canvas.bounds.height, max(3, lines.count + 2)))
    let count = "\(whole.text.utf8.count) bytes"
    let inner = canvas.box(
      whole.name, note: [Span(hint(count), .keyHint)],
      in: canvas.bounds.centered(size), focused: true)
    canvas.scrolled(lines, scroll: scroll, in: inner.inset(left: 1, right: 1))
  }

  func scroll(in size: Size) -> Scroll {
    let lines = lines(width: Self.width(size.width))
    let height = min(size.height, max(3, lines.count + 2)) - 2
    return Scroll(offset: whole.offset, contentHeight: lines.count, viewHeight: height)
  }

  private func hint(_ count: String) -> String {
    "\(count)   \(keys.name(.copy, in: .list)) copies   \(keys.name(.leave, in: .list))"
  }

  private static func width(_ columns: Int) -> Int { max(1, min(110, columns - 2) - 4) }

  private func lines(width: Int) -> [StyledLine] {
    Wrap.lines(
      [Span(whole.text.isEmpty ? "(empty)" : whole.text, .raw)], width: width, glyphs.repertoire)
  }
}
