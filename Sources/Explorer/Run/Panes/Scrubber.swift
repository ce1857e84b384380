import CellUI
import Trace

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
    let track = self.track(branch, isCurrent: isCurrent, room: max(0, room.width))
    let change = branch.change.map { "   \($0)" } ?? ""
    let wanted = TextWidth.of(change, glyphs.repertoire)
    let width = track.line.displayWidth(glyphs.repertoire)
    draw(track, index, width, on: &canvas, in: room)
    if width + wanted <= room.width { canvas.text(change, x: room.x + width, y: row.y, role: .dim) }
  }

  private func draw(
    _ track: Track, _ branch: Int, _ width: Int, on canvas: inout Canvas, in row: Rect
  ) {
    // A longer track moves under the window so that the current message stays in sight.
    let shift = max(0, min(track.focus - row.width * 2 / 3, width - row.width))
    canvas.clipped(to: row) { canvas in
      canvas.line(track.line, x: row.x - shift, y: row.y, ending: .cut)
      for (moment, columns) in track.marks {
        let rect = Rect(
          x: row.x - shift + columns.lowerBound, y: row.y, width: columns.count, height: 1)
        canvas.place(rect, ClickTarget.moment(moment, branch: branch))
      }
      if shift > 0 { canvas.glyph(glyphs.arrowLeft, x: row.x, y: row.y, role: .dim) }
      if width - shift > row.width {
        canvas.glyph(glyphs.arrowRight, x: row.maxX - 1, y: row.y, role: .dim)
      }
    }
  }

  /// The line, and the column of the current message in it; of a long run as much as can be seen.
  private func track(_ branch: Branch, isCurrent: Bool, room: Int) -> Track {
    let model = branch.model
    let last = branch.unveiled ? model.lastMoment : branch.furthest
    let current = isCurrent ? run.moment?.step : nil
    let first = current.map { firstStep(before: $0, model, room: room) } ?? 0
    var track = Track(repertoire: glyphs.repertoire)
    for step in first..<max(first, model.trace.steps.count) {
      guard let range = model.momentsOfStep[step] else { continue }
      guard range.lowerBound <= last else {
        track.put(" \(glyphs.future)\(glyphs.future)", .inactive)
        break
      }
      let isBehind = current.map { step > $0 } ?? true
      if isBehind, track.width > track.focus + room { break }
      track.put(track.width == 0 ? "" : "   ", .normal)
      track.put("\(model.trace.steps[step].id) ", .dim)
      for index in range {
        if index > range.lowerBound { track.put("\(glyphs.horizontal)", .border) }
        if isCurrent, index == run.position { track.focus = track.width }
        let mark = mark(index, branch, isCurrent: isCurrent)
        let start = track.width
        track.put(mark.text, mark.role, mark.emphasis)
        track.marks.append((index, start..<track.width))
      }
    }
    return track
  }

  /// The step to begin with so that what stands before the current one fills the room.
  private func firstStep(before step: Int, _ model: RunModel, room: Int) -> Int {
    var first = step
    var width = 0
    while first > 0, width <= room {
      first -= 1
      guard let range = model.momentsOfStep[first] else { continue }
      width += model.trace.steps[first].id.width + 2 * range.count + 3
    }
    return first
  }

  private struct Track {
    let repertoire: Repertoire
    var line: StyledLine = []
    var width = 0
    /// The column of the current message.
    var focus = 0
    /// The columns of each message's mark.
    var marks: [(moment: Int, columns: Range<Int>)] = []

    mutating func put(_ text: String, _ role: StyleRole, _ emphasis: Emphasis = []) {
      line.append(Span(text, role, emphasis))
      width += TextWidth.of(text, repertoire)
    }
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
