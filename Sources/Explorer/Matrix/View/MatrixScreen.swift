import CellUI
import Simulation

/// The matrix drawn: the grid above, the attack and the cell under the cursor in words below.
struct MatrixScreen {
  let matrix: MatrixState
  let glyphs: Glyphs
  let keys: KeyTable
  let notice: String?
  private let grid: MatrixGrid
  private let details: [StyledLine]
  private let header: Rect
  private let head: Rect
  private let rows: Rect
  private let below: Rect
  private let footer: Rect

  init(
    _ matrix: MatrixState, size: Size, glyphs: Glyphs = .unicode, keys: KeyTable = .standard,
    notice: String? = nil
  ) {
    self.matrix = matrix
    self.glyphs = glyphs
    self.keys = keys
    self.notice = notice
    grid = MatrixGrid(matrix: matrix, glyphs: glyphs)
    details = MatrixDetails(matrix: matrix, width: size.width - 1, glyphs: glyphs).lines()
    let (top, rest) = Rect(size).splitTop(1)
    let (body, bottom) = rest.splitBottom(1)
    let (heads, middle) = body.splitTop(size.height >= 16 ? 2 : 1)
    let heights = Stack.heights(
      [
        Stack.Part(least: 3, ideal: grid.lines.count),
        Stack.Part(least: 3, ideal: details.count + 1, grows: true),
      ], total: middle.height)
    let (list, under) = middle.splitTop(heights[0])
    (header, head, rows, below, footer) = (top, heads, list, under, bottom)
  }

  func draw(on canvas: inout Canvas) {
    drawHeader(&canvas)
    grid.drawHead(on: &canvas, in: head)
    grid.draw(on: &canvas, in: rows)
    drawDetails(&canvas)
    let bindings = keys.bindings(in: .matrix).compactMap { binding in
      binding.footer.map { (key: binding.keyName, word: $0) }
    }
    Footer(glyphs: glyphs).draw(bindings, notice: notice, on: &canvas, in: footer)
  }

  private func drawHeader(_ canvas: inout Canvas) {
    canvas.fill(header, role: .title)
    let defences = DefenceCatalogue.all.count
    let only = matrix.family.map { ", \(MatrixGrid.title(ofFamily: $0)) alone" } ?? ""
    let title = " Matrix   \(matrix.visible.count) attacks x \(defences) defences\(only)"
    canvas.line(
      [Span(title, .title, .bold)], right: [Span(progress, .title)], in: header)
  }

  /// "playing: 3 of 45, Esc stops"; else how many have been played.
  private var progress: String {
    if matrix.isWorking {
      let done = matrix.asked - matrix.waiting.count
      let bar = Self.bar(done, of: matrix.asked, glyphs)
      return "\(bar) playing, \(done) of \(matrix.asked) done   \(matrix.press(.leave)) stops "
    }
    return "\(matrix.rows.count) of \(matrix.attacks.count) played, \(matrix.runs) runs "
  }

  private static func bar(_ done: Int, of total: Int, _ glyphs: Glyphs) -> String {
    let width = 10
    let full = total > 0 ? width * done / total : 0
    return String(repeating: glyphs.gaugeFull, count: full)
      + String(repeating: glyphs.gaugeEmpty, count: width - full)
  }

  private func drawDetails(_ canvas: inout Canvas) {
    guard !below.isEmpty else { return }
    let (top, inner) = below.splitTop(1)
    let scroll = detailScroll
    let title = matrix.selected.map { "\($0.id)  \($0.title)" } ?? ""
    canvas.rule([Span(title, .heading)], in: top)
    canvas.clipped(to: inner) { $0.scrolled(details, scroll: scroll, in: inner) }
  }

  var detailScroll: Scroll {
    Scroll(
      offset: matrix.scroll, contentHeight: details.count, viewHeight: max(0, below.height - 1))
  }
}
