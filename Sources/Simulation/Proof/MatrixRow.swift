import Ledger

/// What one defence does to one attack.
package enum MatrixCell: String, Hashable, Sendable, CaseIterable {
  /// It alone stops the attack, and no other does.
  case only = "alone-enough-only-one"
  /// It alone stops the attack; others do, too.
  case enough = "alone-enough"
  /// It is part of a smallest set that stops the attack, and not enough alone.
  case together
  /// It alone stops the attack, and honest use with it.
  case breaking = "breaks-honest-use"
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
  /// Those of the smallest sets under which honest use does not work any more either.
  package let breaking: [[DefenceID]]
  /// How many runs it took.
  package let runs: Int

  /// Those that stop it alone, and leave honest use as it was.
  package var cures: [DefenceID] { alone.filter { !breaking.contains([$0]) } }

  package func cell(_ defence: DefenceID) -> MatrixCell {
    if breaking.contains([defence]) { return .breaking }
    if alone.contains(defence) { return cures.count == 1 ? .only : .enough }
    return smallest.contains { $0.contains(defence) } ? .together : .noEffect
  }
}
