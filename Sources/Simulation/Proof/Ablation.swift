import Ledger
import Trace

/// One claim about an attack, and whether a run bears it out.
package struct AblationResult: Hashable, Sendable {
  /// "with pkce at required it fails at verifier-matches".
  package let sentence: String
  package let holds: Bool
}

/// Proves that an attack is real and that what is said to stop it does: a run for each claim.
package enum Ablation {
  /// Empty for a scenario without an attack.
  package static func prove(_ scenario: Scenario) -> [AblationResult] {
    guard let attack = scenario.attack else { return [] }
    var out = [succeeds(scenario, attack)]
    out += attack.stoppedBy.map { stops($0, scenario, attack) }
    out.append(withEverythingOn(scenario, attack))
    return out
  }

  private static func succeeds(_ scenario: Scenario, _ attack: AttackSpec) -> AblationResult {
    let trace = play(scenario, RunInputs(variant: attack.baseline))
    let world = attack.baseline.map { "from \($0)" } ?? "as the scenario stands"
    return AblationResult(
      sentence: "\(world) it succeeds", holds: trace.verdict == .attackWorked)
  }

  private static func stops(
    _ stopper: AttackSpec.Stopper, _ scenario: Scenario, _ attack: AttackSpec
  ) -> AblationResult {
    let level =
      stopper.level ?? DefenceCatalogue.defence(stopper.defence)?.strictest ?? "on"
    let inputs = RunInputs(
      variant: attack.baseline, settings: [.defence(stopper.defence, level: level)])
    let trace = play(scenario, inputs)
    let place = stopper.check.map { " at \($0.text)" } ?? ""
    return AblationResult(
      sentence: "with \(stopper.defence.text) at \(level) it fails\(place)",
      holds: trace.verdict == .secure && (stopper.check.map(trace.hasFailure) ?? true))
  }

  /// All defences that the scenario speaks of, at their strictest.
  private static func withEverythingOn(
    _ scenario: Scenario, _ attack: AttackSpec
  ) -> AblationResult {
    let named =
      scenario.world.defences.map(\.defence)
      + scenario.variants.flatMap(\.set).compactMap(\.defence)
      + attack.stoppedBy.map(\.defence)
    let settings = Set(named).sorted().compactMap { id in
      DefenceCatalogue.defence(id).map { Setting.defence(id, level: $0.strictest) }
    }
    let trace = play(scenario, RunInputs(variant: attack.baseline, settings: settings))
    let expected: RunVerdict = attack.residual ? .attackWorked : .secure
    let word = attack.residual ? "succeeds all the same" : "fails"
    return AblationResult(
      sentence: "with every defence on it \(word)", holds: trace.verdict == expected)
  }
}

extension Trace {
  /// Whether a check of that name refused a message anywhere in the run.
  package func hasFailure(of check: CheckID) -> Bool {
    records.contains { record in
      guard case .ledger(let ledger) = record.event else { return false }
      return ledger.rows.contains { row in
        guard case .fail = row.outcome else { return false }
        return row.check.id == check
      }
    }
  }
}
