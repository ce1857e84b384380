import CellUI
import Trace

/// The first line of the run screen: where one is.
struct RunHeader {
  let run: RunState
  let glyphs: Glyphs

  func draw(on canvas: inout Canvas, in row: Rect) {
    guard !row.isEmpty else { return }
    canvas.fill(row, role: .title)
    let help: StyledLine = [Span("\(run.press(.help)) help ", .title)]
    let (left, right) = row.splitRight(row.width >= 60 ? help.displayWidth(glyphs.repertoire) : 0)
    canvas.line(help, in: right)
    let title = self.title
    var rest = left
    var isFirst = true
    for part in places {
      let width = part.displayWidth(glyphs.repertoire) + 3
      // Nothing but the message's number may cost a part of the title.
      let keeps = rest.width - width >= TextWidth.of(title, glyphs.repertoire) + 3
      guard keeps || (isFirst && rest.width - width >= 20) else { break }
      isFirst = false
      let split = rest.splitRight(width)
      canvas.line(part, in: split.right.inset(right: 2), alignment: .trailing)
      rest = split.rest
    }
    canvas.line([Span(" \(title)", .title, .bold)], in: rest)
  }

  private var title: String {
    let title = run.scenario.title
    if let recording = run.recording { return "\(title)  \(recording.origin)" }
    return run.entry?.lesson.map { "Lesson \($0)  \(title)" } ?? title
  }

  /// What stands at the right, the most needful first.
  private var places: [StyledLine] {
    let model = run.model
    let count = model.moments.count
    let time = model.time(at: run.position).since(model.trace.start).text
    return [
      [Span("message \(min(run.position + 1, count)) of \(count)", .title)],
      [Span("t=+\(time)", .title)],
      [Span(run.file ?? run.scenario.id, .title)],
    ] + (run.recording == nil ? [[Span("seed \(model.trace.identity.seed)", .title)]] : [])
  }
}
