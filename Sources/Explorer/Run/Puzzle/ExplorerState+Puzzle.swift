import CellUI
import Simulation
import Trace

extension ExplorerState {
  /// `m`: the challenges of the lesson; while one is played, hints and the way out.
  mutating func openPuzzles(_ run: RunState) {
    if let play = run.puzzle {
      let hint: [PuzzleList.Row] = play.hints < PuzzlePlay.hintCount ? [.hint] : []
      let tell: [PuzzleList.Row] = play.told ? [] : [.tell]
      overlay = .puzzles(PuzzleList(rows: hint + tell + [.end]))
      return
    }
    let puzzles = Puzzle.all(of: run.scenario)
    guard !puzzles.isEmpty else {
      notice = Self.whyNoPuzzle(run.scenario)
      return
    }
    overlay = .puzzles(PuzzleList(rows: puzzles.map { .puzzle($0) }))
  }

  private static func whyNoPuzzle(_ scenario: Scenario) -> String {
    if scenario.attack?.residual == true {
      return "No switch stops this attack: that is the lesson, and there is no challenge."
    }
    return "Nothing here can be broken or mended by switches: there is no challenge."
  }

  mutating func receive(_ press: KeyPress, in list: PuzzleList) -> [Effect] {
    var list = list
    switch ListKey(press, keys) {
    case .close: overlay = nil
    case .move(let rows):
      list.row = list.row.moved(by: rows, in: list.rows.count)
      overlay = .puzzles(list)
    case .choose:
      overlay = nil
      return list.rows.indices.contains(list.row) ? choose(list.rows[list.row]) : []
    case .copy: break
    case .other(let press):
      if keys.command(for: press, in: .run) == .challenges { overlay = nil }
    }
    return []
  }

  private mutating func choose(_ row: PuzzleList.Row) -> [Effect] {
    guard var run else { return [] }
    switch row {
    case .puzzle(let puzzle): return begin(puzzle)
    case .hint: _ = run.puzzle?.giveHint()
    case .tell: run.puzzle?.tell()
    case .end:
      run.puzzle = nil
      notice = "The challenge is over. m offers it again."
    }
    self.run = run
    return []
  }

  private mutating func begin(_ puzzle: Puzzle) -> [Effect] {
    guard var run else { return [] }
    let start = RunRequest(
      scenario: run.scenario.id, variant: puzzle.variant, seed: run.branch.request.seed)
    let best = progress.lessons[run.scenario.id]?.moves[puzzle.id]
    run.puzzle = PuzzlePlay(puzzle, start: start, best: best)
    run.walk.atEnd = false
    run.choose(.defences)
    let effects = play(start, &run)
    run.judgePuzzle()
    self.run = run
    notice = "5 shows the switches, Space throws one. u takes it back, m helps."
    return effects
  }

  /// Writes a new best down.
  mutating func savePuzzle() -> [Effect] {
    guard let run, let play = run.puzzle, play.standing == .solved, let best = play.best else {
      return []
    }
    var lesson = progress.lessons[run.scenario.id] ?? Progress.Lesson()
    guard lesson.moves[play.puzzle.id] != best else { return [] }
    lesson.moves[play.puzzle.id] = best
    progress.lessons[run.scenario.id] = lesson
    return [.saveProgress(progress)]
  }
}

extension RunState {
  /// After every change of the branch.
  mutating func judgePuzzle() {
    guard var play = puzzle else { return }
    play.judge(branch, of: scenario)
    puzzle = play
  }
}
