import Ledger
import Simulation
import Trace

/// A challenge that a lesson's own attack makes. Nothing of it is written down: what has to be
/// reached, and with how few switches it can be, is found by playing.
struct Puzzle: Hashable, Sendable {
  enum Goal: Hashable, Sendable {
    /// From the world where the attack works: stop it.
    case mend
    /// From the world that holds: make the attack work.
    case undo
  }

  let goal: Goal
  /// The world that it begins in; nil for the scenario as it stands.
  let variant: String?
  /// A defence that is not to be touched.
  let banned: DefenceID?
  /// The smallest sets that do it, never empty.
  let solutions: [[Setting]]
  /// Whether the scenario speaks of an attack, or of a system that fails by itself.
  let hasAttack: Bool

  /// As the progress names it: "mend", "mend-without-pkce".
  var id: String {
    let name = goal == .mend ? "mend" : "break"
    return banned.map { "\(name)-without-\($0.text)" } ?? name
  }

  /// With how few switches it can be done.
  var fewest: Int { solutions.first?.count ?? 0 }

  var brief: String {
    let few = "with as few switches as you can"
    switch goal {
    case .mend:
      let what = hasAttack ? "Stop the attack" : "Mend the system"
      return banned.map { "\(what) without \($0.text), \(few)" } ?? "\(what) \(few)"
    case .undo:
      let what = hasAttack ? "Make the attack work again" : "Make it fail"
      return banned.map { "\(what) without touching \($0.text), \(few)" } ?? "\(what) \(few)"
    }
  }

  /// How the run has to come out.
  var wanted: RunVerdict { goal == .mend ? .secure : .attackWorked }

  func search(_ scenario: Scenario) -> FewestSwitches {
    FewestSwitches(
      scenario, from: RunInputs(variant: variant), to: wanted,
      without: Set([banned].compactMap(\.self)))
  }
}

extension Puzzle {
  /// What a scenario offers: to stop its attack, to stop it another way, and to undo what holds.
  static func all(of scenario: Scenario) -> [Puzzle] {
    let attacked = scenario.attack?.baseline ?? scenario.opens
    return (two(.mend, attacked, scenario) + two(.undo, nil, scenario)).uniqued
  }

  /// With every switch allowed; and without the first that a reader would find, where that can be.
  private static func two(
    _ goal: Goal, _ variant: String?, _ scenario: Scenario
  ) -> [Puzzle] {
    guard let first = make(goal, variant, nil, scenario) else { return [] }
    guard let easiest = first.solutions.first?.first?.defence,
      let second = make(goal, variant, easiest, scenario)
    else { return [first] }
    return [first, second]
  }

  private static func make(
    _ goal: Goal, _ variant: String?, _ banned: DefenceID?, _ scenario: Scenario
  ) -> Puzzle? {
    let draft = Puzzle(
      goal: goal, variant: variant, banned: banned, solutions: [],
      hasAttack: scenario.attack != nil)
    let solutions = draft.search(scenario).sets()
    guard !solutions.isEmpty else { return nil }
    return Puzzle(
      goal: goal, variant: variant, banned: banned, solutions: solutions,
      hasAttack: scenario.attack != nil)
  }
}
