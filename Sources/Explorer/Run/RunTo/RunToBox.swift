import CellUI
import Trace

/// Draws the field of `r` and what can be run to.
struct RunToBox {
  let runTo: RunToState

  func draw(on canvas: inout Canvas) -> Point {
    let size = Size(
      width: ListBox.width(canvas.bounds, most: 76),
      height: min(canvas.bounds.height - 2, max(5, runTo.rows.count + 3)))
    let inner = canvas.box(
      "Run to", note: [Span("Enter runs   Esc", .keyHint)], in: canvas.bounds.centered(size),
      focused: true)
    let (top, below) = inner.splitTop(1)
    let cursor = canvas.field(
      runTo.field, in: top.inset(left: 1, right: 1),
      hint: "a party, URL, store, secret or check that fails")
    let scroll = canvas.list(
      ListView(count: runTo.rows.count, selected: runTo.selected), in: below
    ) { index in
      let row = runTo.rows[index]
      return [Span(row.goal.kind.padded(to: 8), .dim), Span(row.name, row.goal.role)]
    }
    canvas.placeRows(scroll, in: below)
    if runTo.rows.isEmpty {
      canvas.line(["   Nothing in this run is called so."], in: below.row(0))
    }
    return cursor
  }
}

extension RunGoal {
  fileprivate var role: StyleRole {
    switch self {
    case .party, .store: .normal
    case .path: .link
    case .check, .anyFailure: .refused
    case .secret: .secret
    }
  }
}
