import CellUI
import Trace

/// The first line of the run screen: where one is.
struct RunHeader {
  let run: RunState
  let glyphs: Glyphs

  func draw(on canvas: inout Canvas, in row: Rect) {
    guard !row.isEmpty else { return }
    canvas.fill(row, role: .title)
    let help: StyledLine = [Span("? help ", .title)]
    let (left, right) = row.splitRight(row.width >= 60 ? 7 : 0)
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
      [Span("seed \(model.trace.identity.seed)", .title)],
    ]
  }
}

/// One line for each branch: its steps as groups, its messages as marks, its future as dots.
struct Scrubber {
  let run: RunState
  let glyphs: Glyphs

  /// The branches in sight: the current one, its parent, then the newest.
  func branches(limit: Int) -> [Int] {
    var out = [run.current]
    if let parent = run.branch.parent { out.append(parent) }
    for index in run.branches.indices.reversed() where !out.contains(index) { out.append(index) }
    return out.prefix(max(1, limit)).sorted()
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let shown = branches(limit: rect.height)
    let width = min(24, (shown.map { run.branches[$0].name.utf8.count }.max() ?? 0) + 2)
    for (line, index) in shown.enumerated() {
      draw(index, on: &canvas, in: rect.row(line), nameWidth: width)
    }
  }

  private func draw(_ index: Int, on canvas: inout Canvas, in row: Rect, nameWidth: Int) {
    let branch = run.branches[index]
    let isCurrent = index == run.current
    canvas.text(
      "\(isCurrent ? "\(glyphs.marker)" : " ")\(branch.name)", x: row.x, y: row.y,
      width: nameWidth, role: isCurrent ? .heading : .dim)
    let room = row.splitLeft(nameWidth + 1).rest
    let track = self.track(branch, isCurrent: isCurrent)
    let change = branch.change.map { "   \($0)" } ?? ""
    let wanted = TextWidth.of(change, glyphs.repertoire)
    let width = track.line.displayWidth(glyphs.repertoire)
    draw(track, width, on: &canvas, in: room)
    if width + wanted <= room.width { canvas.text(change, x: room.x + width, y: row.y, role: .dim) }
  }

  private func draw(
    _ track: (line: StyledLine, focus: Int), _ width: Int, on canvas: inout Canvas, in row: Rect
  ) {
    // A longer track moves under the window so that the current message stays in sight.
    let shift = max(0, min(track.focus - row.width * 2 / 3, width - row.width))
    canvas.clipped(to: row) { canvas in
      canvas.line(track.line, x: row.x - shift, y: row.y, ending: .cut)
      if shift > 0 { canvas.glyph(glyphs.arrowLeft, x: row.x, y: row.y, role: .dim) }
      if width - shift > row.width {
        canvas.glyph(glyphs.arrowRight, x: row.maxX - 1, y: row.y, role: .dim)
      }
    }
  }

  /// The line, and the column of the current message in it.
  private func track(_ branch: Branch, isCurrent: Bool) -> (line: StyledLine, focus: Int) {
    var line: StyledLine = []
    var width = 0
    var focus = 0
    func put(_ text: String, _ role: StyleRole, _ emphasis: Emphasis = []) {
      line.append(Span(text, role, emphasis))
      width += TextWidth.of(text, glyphs.repertoire)
    }
    let model = branch.model
    let last = branch.unveiled ? model.lastMoment : branch.furthest
    for (step, range) in model.momentsOfStep.enumerated() {
      guard let range else { continue }
      guard range.lowerBound <= last else {
        put(" \(glyphs.future)\(glyphs.future)", .inactive)
        break
      }
      put(width == 0 ? "" : "   ", .normal)
      put("\(model.trace.steps[step].id) ", .dim)
      for index in range {
        if index > range.lowerBound { put("\(glyphs.horizontal)", .border) }
        if isCurrent, index == run.position { focus = width }
        let mark = mark(index, branch, isCurrent: isCurrent)
        put(mark.text, mark.role, mark.emphasis)
      }
    }
    return (line, focus)
  }

  private func mark(_ index: Int, _ branch: Branch, isCurrent: Bool) -> Span {
    if isCurrent, index == run.position { return Span("[\(index + 1)]", .accent, .bold) }
    if branch.isVeiled(index) { return Span("\(glyphs.future)", .inactive) }
    if index == branch.firstDifference { return Span("\(glyphs.change)", .changed) }
    let marks = branch.model.marks[index]
    if marks.prize { return Span("\(glyphs.prize)", .attack) }
    if marks.refused { return Span("x", .refused) }
    if marks.attack { return Span("\(glyphs.attack)", .attack) }
    return Span("o", .ok)
  }
}
