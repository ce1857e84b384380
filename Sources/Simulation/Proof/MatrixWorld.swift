import Ledger
import Trace

/// A world that an attack meets in the matrix.
package enum MatrixWorld: Hashable, Sendable {
  /// Every defence is off, or every one is on.
  case nothing, everything
  /// These alone are on. Where the attack does not work without any defence (`undefended` false),
  /// they are added to its own baseline.
  case only([DefenceID], undefended: Bool)
  /// All are on but this one.
  case without(DefenceID)

  /// The inputs of the run that shows an attack in this world; nil for a scenario without one.
  ///
  /// Defences that the run never asks about are left out: they change nothing in it.
  package func inputs(for scenario: Scenario) -> RunInputs? {
    guard let attack = scenario.attack else { return nil }
    let all = RunInputs(variant: attack.baseline, settings: settings)
    let run = Run(scenario, all)
    run.asked = []
    run.asksLoudly = true
    while run.advance() {}
    let asked = run.asked ?? []
    var inputs = all
    inputs.settings.removeAll { setting in setting.defence.map { !asked.contains($0) } ?? false }
    return inputs
  }

  private var settings: [Setting] {
    let everything = Set(DefenceCatalogue.all.map(\.id))
    switch self {
    case .nothing: return AttackMatrix.settings(only: [])
    case .everything: return AttackMatrix.settings(only: everything)
    case .without(let id): return AttackMatrix.settings(only: everything.subtracting([id]))
    case .only(let set, true): return AttackMatrix.settings(only: Set(set))
    case .only(let set, false):
      return set.compactMap { id in
        DefenceCatalogue.defence(id).map { .defence(id, level: $0.strictest) }
      }
    }
  }
}
