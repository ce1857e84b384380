import CellUI
import Trace

/// The messages as arrows between lanes; where lanes would be too narrow, as lines.
struct SequencePane {
  let run: RunState
  let glyphs: Glyphs

  private var model: RunModel { run.model }
  private var words: Wording { Wording(model: model) }
  private static let narrowestLane = 14

  /// Where things stand in a pane of a width.
  struct Columns {
    let number: Int
    let step: Int
    let stepWidth: Int
    let mark: Int
    let lanes: [Int]
    /// The column of the serving instance; nil where no server has several.
    let instance: Int?
    let right: Int
    let drawsLanes: Bool
  }

  /// The rows that it would fill, with the title.
  var height: Int { model.moments.count + 1 }

  func draw(on canvas: inout Canvas, in rect: Rect, focused: Bool) {
    guard !rect.isEmpty else { return }
    let columns = self.columns(rect)
    drawTitle(&canvas, rect, columns, focused)
    let body = rect.splitTop(1).rest
    let shown = run.shownMoments(body.height)
    for (line, index) in shown.rows.enumerated() {
      draw(index, on: &canvas, in: body.row(line), columns)
      canvas.place(body.row(line), ClickTarget.moment(index, branch: run.current))
    }
    if columns.drawsLanes {
      for line in shown.rows.count..<max(shown.rows.count, body.height) {
        drawBars(&canvas, body.row(line), columns)
      }
    }
    // In the column of the current message's marker, which never stands in these rows then.
    if shown.above, shown.rows.first != run.position {
      canvas.glyph(glyphs.arrowUp, x: body.x, y: body.y, role: .changed)
    }
    if shown.below, shown.rows.last != run.position {
      canvas.glyph(glyphs.arrowDown, x: body.x, y: body.maxY - 1, role: .changed)
    }
  }

  func columns(_ rect: Rect) -> Columns {
    let digits = max(2, String(model.moments.count).count)
    let stepWidth = min(model.widestStep, rect.width >= 80 ? 12 : 9)
    let number = rect.x + 2
    let step = number + digits + 1
    let mark = step + stepWidth + 1
    let left = mark + 3
    let hasInstances = model.trace.parties.contains { $0.instances > 1 }
    let instance = hasInstances && rect.width >= 60 ? rect.maxX - 7 : nil
    let right = (instance.map { $0 - 2 }) ?? rect.maxX - 2
    let count = model.lanes.parties.count
    let spacing = count > 1 ? (right - left) / (count - 1) : 0
    let lanes = (0..<count).map { left + $0 * max(0, right - left) / max(1, count - 1) }
    return Columns(
      number: number, step: step, stepWidth: stepWidth, mark: mark, lanes: lanes,
      instance: instance, right: right,
      drawsLanes: count > 1 && spacing >= Self.narrowestLane && !run.panes.showsLines)
  }

  // The title, which names the lanes.

  private func drawTitle(_ canvas: inout Canvas, _ rect: Rect, _ columns: Columns, _ focused: Bool)
  {
    let name = "\(run.press(.sequence)) Sequence"
    let title = run.filter.map { "\(name): \($0.text)" } ?? name
    canvas.pane(title, in: rect, focused: focused)
    guard columns.drawsLanes else { return }
    var free = rect.x + TextWidth.of(title, glyphs.repertoire) + 3
    for (index, x) in columns.lanes.enumerated() {
      let name = words.party(model.lanes.parties[index])
      let width = TextWidth.of(name, glyphs.repertoire) + 2
      let limit = index + 1 < columns.lanes.count ? columns.lanes[index + 1] : rect.maxX
      let start = max(free, min(x - width / 2, rect.maxX - width))
      let room = min(width, limit + 4 - start)
      guard room > 3, start + 3 < rect.maxX else { continue }
      canvas.text(" \(name) ", x: start, y: rect.y, width: room, role: .lane(index))
      free = start + width + 1
    }
  }

  // A row.

  private func draw(
    _ index: Int, on canvas: inout Canvas, in row: Rect, _ columns: Columns
  ) {
    let moment = model.moments[index]
    let isCurrent = index == run.position
    if columns.drawsLanes { drawBars(&canvas, row, columns) }
    if isCurrent {
      canvas.glyph(glyphs.marker, x: row.x, y: row.y, role: .accent)
    }
    let number = "\(moment.number)"
    let shift = columns.step - 1 - columns.number - number.count
    canvas.text(
      number, x: columns.number + shift, y: row.y,
      role: hasHit(index) ? .match : isCurrent ? .strong : .dim)
    guard !run.branch.isVeiled(index) else {
      drawVeil(&canvas, row, columns)
      return
    }
    drawGutter(moment, index, &canvas, row, columns)
    if columns.drawsLanes {
      drawArrow(moment, index, &canvas, row, columns)
    } else {
      let start = columns.mark + 2
      let role: StyleRole = model.marks[index].attack ? .attack : .normal
      canvas.line(
        [Span(words.sentence(index), role)], x: start, y: row.y,
        width: row.maxX - start - 1)
    }
  }

  /// Whether what is searched for stands in a moment that has been seen.
  private func hasHit(_ index: Int) -> Bool {
    guard let search = run.search, !run.branch.isVeiled(index) else { return false }
    return search.moments.contains(index)
  }

  private func drawGutter(
    _ moment: Moment, _ index: Int, _ canvas: inout Canvas, _ row: Rect, _ columns: Columns
  ) {
    if model.momentsOfStep[moment.step]?.lowerBound == index {
      canvas.text(
        model.trace.steps[moment.step].id.description, x: columns.step, y: row.y,
        width: columns.stepWidth, role: .heading)
    }
    let mark = RunMark(model.marks[index], glyphs)
    if let text = mark.text {
      canvas.text(text, x: columns.mark, y: row.y, role: mark.role)
    }
    if index == run.branch.firstDifference {
      canvas.glyph(glyphs.change, x: row.x + 1, y: row.y, role: .changed)
    }
  }

  private func drawVeil(_ canvas: inout Canvas, _ row: Rect, _ columns: Columns) {
    let start = columns.drawsLanes ? (columns.lanes.first ?? row.x) : columns.step
    let end = columns.drawsLanes ? columns.right : row.maxX - 2
    for x in stride(from: start + 4, to: end - 2, by: 2) {
      canvas.glyph(glyphs.future, x: x, y: row.y, role: .inactive)
    }
  }

  private func drawBars(_ canvas: inout Canvas, _ row: Rect, _ columns: Columns) {
    for x in columns.lanes { canvas.glyph(glyphs.vertical, x: x, y: row.y) }
  }

  private func drawArrow(
    _ moment: Moment, _ index: Int, _ canvas: inout Canvas, _ row: Rect, _ columns: Columns
  ) {
    guard model.trace.records.indices.contains(moment.main) else {
      drawText(words.label(index), &canvas, row, columns)
      return
    }
    let record = model.trace.records[moment.main]
    switch record.event {
    case .sent(let it):
      arrow(it.from, it.to, index, &canvas, row, columns)
      drawInstance(it.to, it.instance, &canvas, row, columns)
    case .received(let it):
      arrow(it.from, it.to, index, &canvas, row, columns)
      drawInstance(it.from, it.instance, &canvas, row, columns)
    case .act(let act):
      if let target = act.target, target != record.party {
        arrow(target, record.party, index, dashed: true, &canvas, row, columns)
      } else {
        drawText(words.label(index), &canvas, row, columns)
      }
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .clockMoved, .minted, .crypto, .settingChanged, .note, .unapplied:
      drawText(words.label(index), &canvas, row, columns)
    }
  }

  private func arrow(
    _ from: PartyID, _ to: PartyID, _ index: Int, dashed: Bool = false, _ canvas: inout Canvas,
    _ row: Rect, _ columns: Columns
  ) {
    let start = columns.lanes[model.lanes.index(of: from)]
    let end = columns.lanes[model.lanes.index(of: to)]
    guard start != end else {
      drawText(words.label(index), &canvas, row, columns)
      return
    }
    let direction = end > start ? 1 : -1
    let marks = model.marks[index]
    let role: StyleRole = marks.attack || marks.prize ? .attack : marks.refused ? .refused : .accent
    canvas.arrow(
      from: start + direction, to: end - direction, y: row.y, label: words.label(index),
      dashed: dashed, role: role)
  }

  private func drawText(
    _ line: StyledLine, _ canvas: inout Canvas, _ row: Rect, _ columns: Columns
  ) {
    let start = (columns.lanes.first ?? row.x) + 2
    canvas.line([Span(" ")] + line + [Span(" ")], x: start, y: row.y, width: columns.right - start)
  }

  private func drawInstance(
    _ party: PartyID, _ instance: UInt8, _ canvas: inout Canvas, _ row: Rect, _ columns: Columns
  ) {
    guard let x = columns.instance, model.trace.party(party).instances > 1 else { return }
    canvas.text(
      model.trace.name(of: party, instance: instance), x: x, y: row.y, width: row.maxX - x,
      role: .dim)
  }
}

/// The sign beside a moment.
struct RunMark {
  let text: String?
  let role: StyleRole

  init(_ marks: MomentMarks, _ glyphs: Glyphs) {
    if marks.prize {
      (text, role) = ("\(glyphs.prize)", .attack)
    } else if marks.refused {
      (text, role) = ("x", .refused)
    } else if marks.attack {
      (text, role) = ("\(glyphs.attack)", .attack)
    } else if marks.storeChanged {
      (text, role) = ("\(glyphs.change)", .changed)
    } else {
      (text, role) = (nil, .normal)
    }
  }
}
