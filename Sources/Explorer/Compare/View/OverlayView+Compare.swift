import CellUI

extension OverlayView {
  /// The list of what a run can be compared with.
  func drawChoices(_ row: Int, on canvas: inout Canvas) {
    guard let run = state.run else { return }
    let left = state.comparedBranch
    let rows = CompareChoice.all(run, besides: left)
    let size = Size(
      width: min(84, canvas.bounds.width - 2), height: min(canvas.bounds.height - 2, rows.count + 2)
    )
    let inner = canvas.box(
      "Compare \(run.branches[left].name) with", note: [Span(state.keys.listNote(), .keyHint)],
      in: canvas.bounds.centered(size), focused: true)
    let list = ListView(count: rows.count, selected: row)
    let scroll = canvas.list(list, in: inner) { line(rows[$0], run) }
    canvas.placeRows(scroll, in: inner)
  }

  private func line(_ choice: CompareChoice, _ run: RunState) -> StyledLine {
    switch choice {
    case .branch(let index):
      let branch = run.branches[index]
      return [
        Span(branch.name.padded(to: 24)),
        Span(branch.change ?? run.title(ofWorld: branch.request.variant), .dim),
      ]
    case .world(let name):
      return [
        Span((name ?? "main").padded(to: 24)), Span("\(run.title(ofWorld: name))  ", .dim),
        Span("not run yet", .inactive),
      ]
    case .elsewhere:
      return [Span("another scenario of the same story, or a saved run: type its name")]
    }
  }

  func drawSource(_ field: TextField, on canvas: inout Canvas) -> Point {
    let size = Size(width: min(100, canvas.bounds.width - 4), height: 4)
    let inner = canvas.box(
      "Compare with", note: [Span("Enter   Esc", .keyHint)], in: canvas.bounds.centered(size),
      focused: true)
    canvas.line(
      [Span(" A scenario, scenario#variant, or the path of a saved run.", .dim)], in: inner.row(1))
    return canvas.field(
      field, in: inner.inset(left: 1, right: 1).row(0), hint: "combined/three-ways")
  }
}
