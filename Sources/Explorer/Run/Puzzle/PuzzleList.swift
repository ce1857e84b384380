import CellUI
import Simulation

/// The list of a lesson's challenges, or what can be asked for while one is played.
struct PuzzleList: Hashable, Sendable {
  enum Row: Hashable, Sendable {
    case puzzle(Puzzle)
    case hint
    case tell
    case end
  }

  let rows: [Row]
  var row = 0
}

/// Draws it.
struct PuzzleListBox {
  let list: PuzzleList
  let run: RunState
  let moves: [String: Int]
  let glyphs: Glyphs

  func draw(on canvas: inout Canvas) {
    let width = ListBox.lineWidth(canvas.bounds, most: 90)
    ListBox(
      title: run.puzzle == nil ? "Challenges" : "This challenge",
      note: [Span(run.keys.listNote(), .keyHint)],
      rows: list.rows.map { lines($0, width) }, selected: list.row
    ).draw(on: &canvas, most: 90)
  }

  private func lines(_ row: PuzzleList.Row, _ width: Int) -> [StyledLine] {
    var out = LineMaker(width: width, glyphs.repertoire)
    switch row {
    case .puzzle(let puzzle):
      out.add([Span("\(puzzle.brief).")], hanging: 2)
      let world = puzzle.variant ?? "the scenario as it stands"
      let best = moves[puzzle.id].map { "yours \($0)" } ?? "not done yet"
      out.add(
        [
          Span("  from \(world)   fewest \(puzzle.fewest)   ", .dim),
          Span(best, moves[puzzle.id] == nil ? .dim : .ok),
        ], hanging: 2)
    case .hint:
      let left = PuzzlePlay.hintCount - (run.puzzle?.hints ?? 0)
      out.add([Span("a hint (\(left) left)")])
    case .tell: out.add([Span("tell me (no credit)")])
    case .end: out.add([Span("end the challenge")])
    }
    return out.lines
  }
}
