import Ledger
import Simulation

/// The names that a scenario may use but does not declare; the engine and the guide fill it.
package struct Vocabulary: Sendable {
  package struct Defence: Hashable, Sendable {
    package let id: DefenceID
    /// From the one that means absent to the strictest.
    package let levels: [String]

    package init(_ id: DefenceID, levels: [String] = ["off", "on"]) {
      self.id = id
      self.levels = levels
    }
  }

  package var defences: [Defence]
  package var checks: [CheckID]
  /// The guide's claims: `S5`.
  package var claims: [String]

  package init(
    defences: [Defence], checks: [CheckID], claims: [String] = Vocabulary.guideClaims
  ) {
    self.defences = defences
    self.checks = checks
    self.claims = claims
  }

  /// What the engine knows.
  package static let engine = Vocabulary(
    defences: DefenceCatalogue.all.map { Defence($0.id, levels: $0.levels) },
    checks: CheckCatalogue.ids)

  func defence(named name: String) -> Defence? { defences.first { $0.id.text == name } }

  /// The claims of the guide, counted by its sections.
  package static let guideClaims: [String] = [
    ("P", 3), ("S", 10), ("J", 16), ("O", 8), ("C", 7), ("M", 5), ("D", 5), ("K", 7), ("T", 2),
  ].flatMap { section, count in (1...count).map { "\(section)\($0)" } }
}
