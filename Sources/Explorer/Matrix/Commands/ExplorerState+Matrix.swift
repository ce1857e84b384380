import CellUI
import Simulation
import Trace

extension ExplorerState {
  /// `M`: the matrix, at the attack that is open.
  mutating func openMatrix() {
    if matrix == nil {
      var fresh = MatrixState(attacks: MatrixAttack.all(library.course))
      fresh.keys = keys
      matrix = fresh
    }
    matrix?.select(id: screen == .run ? run?.scenario.id : library.selectedEntry?.id)
    matrixReturn = screen == .run ? .run : .library
    screen = .matrix
    overlay = nil
  }

  mutating func leaveMatrix() {
    screen = matrixReturn == .run && run != nil ? .run : .library
    notice =
      matrix?.isWorking == true
      ? "The matrix goes on playing: \(keys.name(.matrix, in: .library)) goes back to it." : nil
  }

  mutating func performInMatrix(_ command: Command) -> [Effect] {
    guard var matrix else { return [] }
    var effects: [Effect] = []
    if let rows = Self.matrixRows[command] {
      matrix.move(by: rows)
    } else if let columns = Self.matrixColumns[command] {
      matrix.select(column: matrix.column + columns)
    } else if command == .nextEffect || command == .previousEffect {
      if !matrix.seek(command == .nextEffect ? 1 : -1) { notice = Self.noEffect(matrix) }
    } else if command == .otherView {
      matrix.view = matrix.view == .alone ? .missing : .alone
    } else if command == .search {
      overlay = .findInMatrix(MatrixFind(matrix))
    } else if command == .filter {
      matrix.showNextFamily()
    } else if command == .cancelAttack {
      effects = cancelAttack(&matrix)
    } else if command == .playAll {
      effects = begin(matrix.unplayed, &matrix)
    } else if command == .copy {
      effects = [.copy(PlainMatrix.text(of: matrix))]
    } else if command == .leave {
      effects = stopMatrix(&matrix)
    } else if command == .enter {
      effects = enterCell(&matrix)
    } else if command == .pageDown || command == .pageUp {
      scrollDetails(command == .pageDown ? 1 : -1, &matrix)
    }
    self.matrix = matrix
    return effects
  }

  private static let matrixRows: [Command: Int] = [
    .down: 1, .up: -1, .restart: -1_000_000, .end: 1_000_000,
  ]

  private static let matrixColumns: [Command: Int] = [.next: 1, .back: -1]

  private func scrollDetails(_ pages: Int, _ matrix: inout MatrixState) {
    var scroll = MatrixScreen(matrix, size: size).detailScroll
    scroll.scroll(by: pages * max(1, scroll.viewHeight - 1))
    matrix.scroll = scroll.offset
  }

  private static func noEffect(_ matrix: MatrixState) -> String {
    matrix.row == nil
      ? "Play this attack first: Enter." : "No further defence does anything to this attack."
  }

  private mutating func begin(_ ids: [String], _ matrix: inout MatrixState) -> [Effect] {
    guard !ids.isEmpty else {
      notice = "Every attack has been played."
      return []
    }
    matrix.begin(ids)
    return [.playMatrix(ids)]
  }

  /// Esc: stops what is being played, else leaves.
  private mutating func stopMatrix(_ matrix: inout MatrixState) -> [Effect] {
    guard matrix.isWorking else {
      leaveMatrix()
      return []
    }
    matrix.stop()
    notice =
      "Stopped. What has been played stays; \(keys.name(.playAll, in: .matrix)) plays the rest."
    return [.stopMatrix]
  }

  /// The attack under the cursor only; the others go on.
  private mutating func cancelAttack(_ matrix: inout MatrixState) -> [Effect] {
    guard let id = matrix.selected?.id, matrix.isAsked(id) else {
      notice = "This attack is not being played."
      return []
    }
    let rest = matrix.cancel(id)
    notice = "\(id) is not played."
    return rest.isEmpty ? [.stopMatrix] : [.stopMatrix, .playMatrix(rest)]
  }

  /// Plays an attack that is unknown; of one that is known, opens the run that proves the cell.
  private mutating func enterCell(_ matrix: inout MatrixState) -> [Effect] {
    guard let attack = matrix.selected else { return [] }
    guard let row = matrix.row else {
      if matrix.isAsked(attack.id) {
        notice = "It is being played."
        return []
      }
      return begin([attack.id], &matrix)
    }
    let world = row.world(matrix.selectedColumn, matrix.view)
    opening = Opening(id: attack.id, variant: nil, seed: nil, message: nil, world: world)
    return [.loadScenario(attack.id)]
  }

  /// A result has come, wherever the reader is meanwhile.
  mutating func receive(_ result: MatrixResult) {
    matrix?.receive(result)
    guard screen == .matrix, let matrix, !matrix.isWorking, matrix.asked > 1 else { return }
    notice = "All played: \(matrix.runs) runs."
  }

  /// A scenario has come whose run proves a cell: beside the run that is open, if it is of the same
  /// scenario, else in its place.
  mutating func open(_ scenario: Scenario, in world: MatrixWorld) -> [Effect] {
    guard let inputs = world.inputs(for: scenario) else { return [] }
    let request = RunRequest(
      scenario: scenario.id, variant: inputs.variant, settings: inputs.settings)
    matrixReturn = .library
    pendingWorld = PendingWorld(request: request, words: world.words)
    if run?.scenario.id != scenario.id {
      pending = PendingRun(scenario: scenario, message: nil)
    } else if let branch = run?.branch(playing: request) {
      run?.go(to: branch)
      arriveFromMatrix(request)
      return []
    }
    return [.run(request)]
  }

  /// The run that proves a cell is open.
  mutating func arriveFromMatrix(_ request: RunRequest) {
    guard let pendingWorld, pendingWorld.request == request else { return }
    self.pendingWorld = nil
    screen = .run
    runReturn = .matrix
    overlay = nil
    notice =
      "This is the world with \(pendingWorld.words). "
      + "\(keys.name(.quit, in: .run)) goes back to the matrix."
  }
}

/// A run that was asked for to prove a cell.
struct PendingWorld: Hashable, Sendable {
  let request: RunRequest
  let words: String
}
