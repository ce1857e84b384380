import Ledger
import Trace

/// What one defence does to one attack.
package enum MatrixCell: String, Hashable, Sendable, CaseIterable {
  /// It alone stops the attack, and no other does.
  case only = "alone-enough-only-one"
  /// It alone stops the attack; others do, too.
  case enough = "alone-enough"
  /// It is part of a smallest set that stops the attack, and not enough alone.
  case together
  case noEffect = "no-effect"
}

/// One attack against every defence, found by playing it.
package struct MatrixRow: Hashable, Sendable {
  package let scenario: String
  package let title: String
  /// Declared to succeed under every defence.
  package let residual: Bool
  /// The attack works with every defence off. Where it does not, its baseline is the ground that
  /// the defences are added to.
  package let worksUndefended: Bool
  package let stoppedByAll: Bool
  /// Each of these stops it alone.
  package let alone: [DefenceID]
  /// Without one of these, and with all others on, it works.
  package let missed: [DefenceID]
  /// The sets with the fewest members that stop it; empty where none of up to three does.
  package let smallest: [[DefenceID]]
  /// How many runs it took.
  package let runs: Int

  package func cell(_ defence: DefenceID) -> MatrixCell {
    if alone.contains(defence) { return alone.count == 1 ? .only : .enough }
    return smallest.contains { $0.contains(defence) } ? .together : .noEffect
  }
}

/// Attacks × defences: all off, all on, each alone, each missing, and the smallest sets.
///
/// A defence that a run never asks about cannot change it, so only those that were asked about are
/// tried; what is left out would give the very same run.
package struct AttackMatrix {
  /// Larger sets are not looked for.
  private static let largestSet = 3

  private let scenario: Scenario
  private let attack: AttackSpec
  private var runs = 0

  /// Nil for a scenario without an attack.
  package static func row(of scenario: Scenario) -> MatrixRow? {
    guard let attack = scenario.attack else { return nil }
    var matrix = AttackMatrix(scenario: scenario, attack: attack)
    return matrix.row()
  }

  /// The settings of a run that proves a cell: the defence alone, or all but the defence.
  package static func settings(only defences: Set<DefenceID>) -> [Setting] {
    DefenceCatalogue.all.map {
      .defence($0.id, level: defences.contains($0.id) ? $0.strictest : $0.offLevel)
    }
  }

  private init(scenario: Scenario, attack: AttackSpec) {
    self.scenario = scenario
    self.attack = attack
  }

  /// A run with what it has asked about.
  private struct Try {
    let isStopped: Bool
    let asked: [DefenceID]
  }

  private mutating func row() -> MatrixRow {
    let everything = Set(DefenceCatalogue.all.map(\.id))
    let nothing = attempt(Self.settings(only: []))
    let ground = nothing.isStopped ? attempt([]) : nothing
    let all = attempt(Self.settings(only: everything))
    let missed = all.asked.filter {
      !attempt(Self.settings(only: everything.subtracting([$0]))).isStopped
    }
    let smallest = smallestSets(from: ground, undefended: !nothing.isStopped)
    return MatrixRow(
      scenario: scenario.id, title: scenario.title, residual: attack.residual,
      worksUndefended: !nothing.isStopped, stoppedByAll: all.isStopped,
      alone: smallest.filter { $0.count == 1 }.flatMap(\.self), missed: all.isStopped ? missed : [],
      smallest: smallest, runs: runs)
  }

  /// The sets of one, else of two, else of three defences.
  private mutating func smallestSets(from ground: Try, undefended: Bool) -> [[DefenceID]] {
    var front: [([DefenceID], Try)] = [([], ground)]
    var found: [[DefenceID]] = []
    // What succeeds under all of them together is not stopped by a few, but for a flow that breaks.
    for _ in 1...(attack.residual ? 1 : Self.largestSet) where found.isEmpty {
      var next: [([DefenceID], Try)] = []
      var seen: Set<[DefenceID]> = []
      for (set, outcome) in front {
        for defence in outcome.asked where !set.contains(defence) {
          let larger = (set + [defence]).sorted()
          guard seen.insert(larger).inserted else { continue }
          next.append((larger, attempt(settings(of: larger, undefended: undefended))))
        }
      }
      found = next.filter(\.1.isStopped).map(\.0).sorted { $0.lexicographicallyPrecedes($1) }
      front = next
    }
    return found
  }

  private func settings(of set: [DefenceID], undefended: Bool) -> [Setting] {
    if undefended { return Self.settings(only: Set(set)) }
    return set.compactMap { id in
      DefenceCatalogue.defence(id).map { .defence(id, level: $0.strictest) }
    }
  }

  private mutating func attempt(_ settings: [Setting]) -> Try {
    runs += 1
    let run = Run(scenario, RunInputs(variant: attack.baseline, settings: settings))
    run.asked = []
    while run.advance() {}
    let asked = (run.asked ?? []).sorted()
    return Try(isStopped: run.finish().verdict == .secure, asked: asked)
  }
}
