import CellUI
import Trace

extension ExplorerState {
  mutating func receive(_ press: KeyPress, in runTo: RunToState) {
    var runTo = runTo
    switch press.key {
    case .esc, .ctrl("c"):
      overlay = nil
      return
    case .enter:
      overlay = nil
      guard runTo.rows.indices.contains(runTo.selected), var run else { return }
      notice = run.run(to: runTo.rows[runTo.selected])
      self.run = run
      return
    case .down, .tab, .ctrl("n"):
      runTo.selected = runTo.selected.moved(by: 1, in: runTo.rows.count)
    case .up, .backtab, .ctrl("p"):
      runTo.selected = runTo.selected.moved(by: -1, in: runTo.rows.count)
    case .pageDown: runTo.selected = runTo.selected.moved(by: 10, in: runTo.rows.count)
    case .pageUp: runTo.selected = runTo.selected.moved(by: -10, in: runTo.rows.count)
    case .char, .ctrl, .backspace, .delete, .insert, .left, .right, .home, .end, .function:
      runTo.type(press)
    }
    overlay = .runTo(runTo)
  }
}

extension RunState {
  /// Goes on to the next moment of that kind; says what stood in the way.
  mutating func run(to row: RunToState.Row) -> String {
    let goal = row.goal
    let name = "\(goal.kind) \(row.name)"
    let next = model.moments.indices.dropFirst(position + 1).first {
      goal.isReached(model.moments[$0], model)
    }
    guard let next else {
      let earlier = model.moments.indices.prefix(position + 1).last {
        goal.isReached(model.moments[$0], model)
      }
      let place = earlier.map { "; the last place is message \($0 + 1)" } ?? ""
      return "\(name): not after here\(place)."
    }
    jump(to: next)
    if position < next { return "A question stands before message \(next + 1)." }
    show(goal.pane)
    return "\(name): message \(next + 1). \(press(.runTo)) goes on to the next."
  }
}

extension RunGoal {
  /// The pane that shows why it is the place.
  fileprivate var pane: Pane {
    switch self {
    case .party, .path, .check, .anyFailure, .secret: .message
    case .store: .stores
    }
  }
}
