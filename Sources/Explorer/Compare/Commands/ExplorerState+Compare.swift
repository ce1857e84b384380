import CellUI
import Simulation
import Trace

extension ExplorerState {
  /// `=` on the run screen: a what-if beside its parent, else the newest other branch; where there
  /// is none, the list of what there is to compare with.
  mutating func beginCompare(_ run: RunState) {
    if let parent = run.branch.parent {
      compare(run.compared(parent), run.compared(run.current))
    } else if let other = run.branches.indices.last(where: { $0 != run.current }) {
      compare(run.compared(run.current), run.compared(other))
    } else {
      overlay = .compareWith(0)
    }
  }

  private mutating func compare(_ left: ComparedRun, _ right: ComparedRun) {
    let compare = CompareState(left, right)
    guard compare.model.isOneWorkload else {
      notice = "\(right.name) has no step in common with this run: they tell different stories."
      return
    }
    self.compare = compare
    screen = .compare
    overlay = nil
  }

  /// The branch that stays at the left when another run is chosen.
  var comparedBranch: Int {
    guard screen == .compare, let branch = compare?.left.branch else { return run?.current ?? 0 }
    return branch
  }

  mutating func performInCompare(_ command: Command) -> [Effect] {
    guard var compare else { return [] }
    if let rows = Self.compareMoves[command] {
      compare.move(to: compare.row + rows)
    } else if command == .nextDifference {
      notice = compare.seek(1)
    } else if command == .previousDifference {
      notice = compare.seek(-1)
    } else if command == .nextPane {
      compare.side = compare.side.other
    } else if command == .pageDown || command == .pageUp {
      scrollDetails(command == .pageDown ? 1 : -1, &compare)
    } else if command == .unveil {
      compare.unveiled = true
    } else if command == .compareWith {
      overlay = .compareWith(0)
    } else if command == .copy {
      return [.copy(PlainCompare(compare).text(ofRow: compare.row))]
    } else if command == .enter {
      goToCompared(compare)
      return []
    }
    self.compare = compare
    return []
  }

  private static let compareMoves: [Command: Int] = [
    .down: 1, .up: -1, .restart: -1_000_000, .end: 1_000_000,
  ]

  private func scrollDetails(_ pages: Int, _ compare: inout CompareState) {
    guard let run else { return }
    var scroll = CompareView(compare, of: run, size: size).detailScroll
    scroll.scroll(by: pages * max(1, scroll.viewHeight - 1))
    compare.scroll = scroll.offset
  }

  /// Goes to the message under the cursor on the run screen.
  private mutating func goToCompared(_ compare: CompareState) {
    guard var run, compare.model.rows.indices.contains(compare.row) else { return }
    let row = compare.model.rows[compare.row]
    guard !compare.isVeiled(compare.row) else {
      notice = "A question waits before this message. Answer it on the run screen, or :unveil."
      return
    }
    let side: CompareSide = row.moment(compare.side) == nil ? compare.side.other : compare.side
    guard let branch = compare[side].branch, let moment = row.moment(side),
      run.branches.indices.contains(branch)
    else {
      let key = keys.name(.nextPane, in: .compare)
      notice = "\(side.letter) is not open on the run screen. \(key) chooses the other run."
      return
    }
    run.go(to: branch)
    run.jump(to: moment)
    self.run = run
    screen = .run
    self.compare = nil
    notice = "This is \(run.branch.name). \(run.press(.compare)) compares again."
  }

  mutating func leaveCompare() {
    compare = nil
    screen = run == nil ? .library : .run
  }

  // Choosing.

  mutating func receive(_ press: KeyPress, comparing row: Int) -> [Effect] {
    guard let run else { return [] }
    let rows = CompareChoice.all(run, besides: comparedBranch)
    switch ListKey(press, keys) {
    case .close: overlay = nil
    case .move(let by): overlay = .compareWith(row.moved(by: by, in: rows.count))
    case .choose: return rows.indices.contains(row) ? choose(rows[row], run) : []
    case .copy, .other: break
    }
    return []
  }

  private mutating func choose(_ choice: CompareChoice, _ run: RunState) -> [Effect] {
    let left = comparedBranch
    overlay = nil
    switch choice {
    case .branch(let index): compare(run.compared(left), run.compared(index))
    case .world(let name):
      let request = RunRequest(
        scenario: run.scenario.id, variant: name, seed: run.branches[left].request.seed)
      comparing = PendingComparison(request: request, branch: left)
      return [.run(request)]
    case .elsewhere: overlay = .compareSource(TextField())
    }
    return []
  }

  /// A world has come that was asked for to be compared.
  mutating func compareIfAsked(_ request: RunRequest) {
    guard let pending = comparing, pending.request == request, var run else { return }
    comparing = nil
    let other = run.current
    run.go(to: pending.branch)
    self.run = run
    notice = nil
    compare(run.compared(pending.branch), run.compared(other))
  }

  mutating func receive(_ press: KeyPress, source field: TextField) -> [Effect] {
    if Self.closes(press) {
      overlay = nil
      return []
    }
    guard press.key == .enter else {
      var field = field
      _ = field.handle(press)
      overlay = .compareSource(field)
      return []
    }
    overlay = nil
    let text = field.text.filter { !$0.isWhitespace || $0 == " " }
    return text.isEmpty ? [] : [.readRun(text)]
  }

  /// A run from elsewhere has been read.
  mutating func compare(with source: String, _ trace: Trace) {
    guard let run else { return }
    let other = ComparedRun(
      name: source, detail: trace.identity.title, model: RunModel(trace), branch: nil,
      veiledFrom: nil)
    compare(run.compared(comparedBranch), other)
  }
}
