/// What the library shows of a scenario before it is opened.
package struct ScenarioHeader: Hashable, Sendable {
  package enum Attack: Hashable, Sendable {
    /// Something stops it.
    case stoppable
    /// Nothing does.
    case residual
  }

  package struct VariantTitle: Hashable, Sendable {
    package let name: String
    package let title: String?
  }

  package var id: String
  package var title: String
  package var about: String?
  package var shows: [String] = []
  package var specs: [String] = []
  package var opens: String?
  /// Nil for a scenario without an attack.
  package var attack: Attack?
  package var variants: [VariantTitle] = []
  package var hasChallenge = false
  /// The first question to the reader.
  package var question: String?
}
