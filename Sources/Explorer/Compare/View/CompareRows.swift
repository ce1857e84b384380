import CellUI
import Trace

/// The messages of both runs, a row for each place.
struct CompareRows {
  let compare: CompareState
  let glyphs: Glyphs

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let halves = CompareHalves(width: rect.width, glyphs: glyphs)
    var scroll = Scroll(contentHeight: compare.model.rows.count, viewHeight: rect.height)
    scroll.reveal(compare.row, margin: 2)
    for (line, index) in scroll.visible.enumerated() {
      let row = rect.row(line)
      let (left, rest) = row.splitLeft(halves.leftWidth)
      let (middle, right) = rest.splitLeft(1)
      canvas.separator(in: middle)
      draw(.left, index, on: &canvas, in: left)
      draw(.right, index, on: &canvas, in: right)
    }
    canvas.scrollMarks(scroll, in: rect)
  }

  private func draw(_ side: CompareSide, _ index: Int, on canvas: inout Canvas, in rect: Rect) {
    let isSelected = index == compare.row
    let marker = isSelected ? "\(glyphs.marker)" : " "
    canvas.line([Span(marker, .accent)] + line(side, index), in: rect)
    canvas.place(rect, ClickTarget.compared(index, side))
    if isSelected, side == compare.side { canvas.restyle(rect, adding: .selected) }
  }

  private func line(_ side: CompareSide, _ index: Int) -> StyledLine {
    let row = compare.model.rows[index]
    let run = compare[side]
    guard let moment = row.moment(side) else {
      return [Span("\(glyphs.change)     no such message", .dim)]
    }
    let number = String(moment + 1).padded(toRight: 3)
    if compare.isVeiled(index) {
      let dots = String(repeating: "\(glyphs.future) ", count: 3)
      return [Span("  \(number)  \(dots)", .inactive)]
    }
    let differs: StyledLine =
      row.differences.isEmpty ? [" "] : [Span("\(glyphs.change)", .changed)]
    return differs + [Span(number, .dim), Span(" ")] + sign(run.model.marks[moment])
      + sender(moment, run.model) + Wording(model: run.model).label(moment)
  }

  private func sign(_ marks: MomentMarks) -> StyledLine {
    if marks.prize { return [Span("\(glyphs.prize)", .attack)] }
    if marks.refused { return [Span("x", .refused)] }
    if marks.attack { return [Span("\(glyphs.attack)", .attack)] }
    return [" "]
  }

  private func sender(_ moment: Int, _ model: RunModel) -> StyledLine {
    let main = model.moments[moment].main
    guard model.trace.records.indices.contains(main) else { return [] }
    let record = model.trace.records[main]
    let words = Wording(model: model)
    switch record.event {
    case .sent(let it): return [Span("\(words.party(it.from)) ", .dim)]
    case .received(let it):
      return [Span("\(words.party(it.from, instance: it.instance)) ", .dim)]
    case .act: return [Span("\(words.party(record.party)) ", .dim)]
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .clockMoved, .minted, .crypto, .settingChanged, .note, .unapplied:
      return []
    }
  }
}

extension String {
  /// With blanks before it, to a width.
  func padded(toRight width: Int) -> String {
    String(repeating: " ", count: max(0, width - utf8.count)) + self
  }
}
