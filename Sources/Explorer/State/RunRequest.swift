import Simulation

/// A run that the explorer asks for: a scenario's variant with settings changed from the start.
package struct RunRequest: Hashable, Sendable {
  package let scenario: String
  /// Nil for the scenario as it stands.
  package var variant: String?
  /// Changes from the start, after the variant's.
  package var settings: [Setting]
  /// Nil for the scenario's own.
  package var seed: UInt64?

  package init(
    scenario: String, variant: String? = nil, settings: [Setting] = [], seed: UInt64? = nil
  ) {
    self.scenario = scenario
    self.variant = variant
    self.settings = settings
    self.seed = seed
  }

  /// The command that plays the same run outside the explorer.
  package var command: String {
    var words = ["authscope run", scenario]
    if let variant { words.append("--variant \(variant)") }
    words += settings.map { "--set \($0.text)" }
    if let seed { words.append("--seed \(seed)") }
    return words.joined(separator: " ")
  }
}
