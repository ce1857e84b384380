import Ledger
import Trace

/// The smallest sets of switches that turn how a run comes out, found by playing it.
package struct FewestSwitches {
  /// Larger sets are not looked for.
  private static let largest = 3

  private let scenario: Scenario
  private let start: RunInputs
  private let wanted: RunVerdict
  private let banned: Set<DefenceID>
  private let honest: HonestUse?

  /// Without the banned ones; a cure has to leave honest use as it was.
  package init(
    _ scenario: Scenario, from start: RunInputs, to wanted: RunVerdict,
    without banned: Set<DefenceID> = []
  ) {
    self.scenario = scenario
    self.start = start
    self.wanted = wanted
    self.banned = banned
    honest = wanted == .secure && scenario.attack != nil ? HonestUse(scenario) : nil
  }

  /// Empty where up to three switches do not do it, and where none is needed.
  package func sets() -> [[Setting]] {
    let trace = play(scenario, start)
    guard trace.verdict != wanted else { return [] }
    let switches = trace.defences.filter { !banned.contains($0.id) }.map(choices)
    var sets: [[Setting]] = [[]]
    for _ in 1...Self.largest {
      sets = larger(than: sets, switches)
      let found = sets.filter(isSolution)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Whether those settings turn the outcome.
  package func isSolution(_ settings: [Setting]) -> Bool {
    verdict(under: settings) == wanted && !breaksHonestUse(settings)
  }

  /// Whether people who attack nobody are kept out as well.
  package func breaksHonestUse(_ settings: [Setting]) -> Bool {
    honest?.isBroken(by: start.settings + settings) ?? false
  }

  private func verdict(under settings: [Setting]) -> RunVerdict? {
    var inputs = start
    inputs.settings += settings
    return play(scenario, inputs).verdict
  }

  /// The levels that lead towards what is wanted: up to mend, down to break.
  private func choices(_ defence: DefenceState) -> [Setting] {
    let now = defence.levels.firstIndex(of: defence.level) ?? 0
    let levels =
      wanted == .secure
      ? Array(defence.levels[(now + 1)...]) : Array(defence.levels[..<now])
    return levels.map { .defence(defence.id, level: $0) }
  }

  /// Each set with one more switch, of those that stand behind its last one.
  private func larger(than sets: [[Setting]], _ switches: [[Setting]]) -> [[Setting]] {
    sets.flatMap { set in
      let first = switches.firstIndex { $0.contains { $0 == set.last } }.map { $0 + 1 } ?? 0
      return switches[first...].flatMap { $0.map { set + [$0] } }
    }
  }
}
