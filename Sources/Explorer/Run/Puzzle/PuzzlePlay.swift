import Ledger
import Simulation
import Trace

/// A challenge that is being played.
struct PuzzlePlay: Hashable, Sendable {
  /// How a branch stands towards the goal.
  enum Standing: Hashable, Sendable {
    /// It is of another world than the challenge begins in.
    case elsewhere
    /// Something besides switches from the start was changed.
    case byOtherMeans
    case touchesBanned(DefenceID)
    case notYet
    /// The attack is stopped, and honest people with it.
    case breaksHonestUse
    case solved
  }

  let puzzle: Puzzle
  let start: RunRequest
  private(set) var hints = 0
  /// The solution was shown: there is no credit any more.
  private(set) var told = false
  private(set) var standing = Standing.notYet
  private(set) var moves = 0
  /// The fewest moves of this reader, of all times.
  var best: Int?

  init(_ puzzle: Puzzle, start: RunRequest, best: Int?) {
    self.puzzle = puzzle
    self.start = start
    self.best = best
  }

  /// Looks at a branch; plays it beside the honest steps where that decides.
  mutating func judge(_ branch: Branch, of scenario: Scenario) {
    let settings = branch.request.settings
    moves = settings.count
    standing = Self.standing(branch, puzzle, start, scenario)
    guard standing == .solved, !told else { return }
    best = min(best ?? moves, moves)
  }

  private static func standing(
    _ branch: Branch, _ puzzle: Puzzle, _ start: RunRequest, _ scenario: Scenario
  ) -> Standing {
    let request = branch.request
    guard request.variant == start.variant, request.seed == start.seed else { return .elsewhere }
    guard request.interventions.isEmpty else { return .byOtherMeans }
    if let banned = puzzle.banned, request.settings.contains(where: { $0.defence == banned }) {
      return .touchesBanned(banned)
    }
    guard branch.model.trace.verdict == puzzle.wanted else { return .notYet }
    return puzzle.search(scenario).breaksHonestUse(request.settings)
      ? .breaksHonestUse : .solved
  }

  /// The next step of the ladder; false when there is none left.
  mutating func giveHint() -> Bool {
    guard hints < Self.hintCount else { return false }
    hints += 1
    return true
  }

  mutating func tell() { told = true }

  static let hintCount = 2

  /// From where to look to what to look for; the solution is the last step.
  func words(ofHint number: Int, in run: RunState) -> String {
    switch number {
    case 1:
      let place = run.model.marks.lastIndex { $0.prize } ?? run.model.marks.lastIndex { $0.refused }
      let what = puzzle.goal == .mend ? "is let through" : "is refused"
      return place.map { "It is decided at message \($0 + 1): look at why it \(what) there (w)." }
        ?? "Walk through the run once more and look for what a server leaves out."
    default:
      guard let id = puzzle.solutions.first?.first?.defence,
        let defence = DefenceCatalogue.defence(id)
      else { return "Look through the defences (5)." }
      return "One of the switches is for this: \(defence.title)."
    }
  }

  /// "pkce required, nonce on".
  var solution: String {
    puzzle.solutions.first?.map(\.words).joined(separator: ", ") ?? ""
  }
}
