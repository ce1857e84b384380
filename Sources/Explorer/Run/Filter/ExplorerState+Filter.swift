import CellUI
import Trace

extension ExplorerState {
  /// A key while the filter is typed; the sequence follows at once.
  mutating func receive(_ press: KeyPress, filter field: TextField) {
    guard var run else { return }
    var field = field
    if Self.closes(press) {
      overlay = nil
      run.filter = nil
      notice = "All messages are shown."
    } else if press.key == .enter {
      overlay = nil
      notice = run.filter.map {
        "\($0.count) of \(run.model.moments.count) fit \"\($0.text)\". "
          + "\(run.press(.filter)) and Esc show all again."
      }
    } else {
      if field.handle(press) { run.setFilter(field.text) }
      overlay = .filter(field)
    }
    self.run = run
  }
}

extension RunState {
  mutating func setFilter(_ text: String) {
    filter = text.utf8.allSatisfy { $0 == 32 } ? nil : SequenceFilter(text, model)
  }
}

/// The line in which the filter is typed; at the foot, so that the sequence stays in sight.
struct FilterBar {
  let field: TextField
  let run: RunState
  let glyphs: Glyphs

  func draw(on canvas: inout Canvas) -> Point {
    let bounds = canvas.bounds
    let height = min(3, bounds.height)
    let rect = Rect(x: bounds.x, y: bounds.maxY - height, width: bounds.width, height: height)
    let count = run.filter.map { "\($0.count) of \(run.model.moments.count) fit   " } ?? ""
    let inner = canvas.box(
      "Filter the sequence", note: [Span(count, .match), Span("Enter   Esc shows all", .keyHint)],
      in: rect, focused: true)
    return canvas.field(
      field, in: inner.inset(left: 1, right: 1),
      hint: "words: a party, a step, attack, refused, store, request, response, any text")
  }
}
