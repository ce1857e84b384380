import Simulation

/// A run that the explorer asks for: a scenario's variant with settings changed from the start.
package struct RunRequest: Hashable, Sendable {
  package let scenario: String
  /// Nil for the scenario as it stands.
  package var variant: String?
  /// Changes from the start, after the variant's.
  package var settings: [Setting]
  /// What was changed by hand at one place of the run.
  package var interventions: [Intervention]
  /// Nil for the scenario's own.
  package var seed: UInt64?

  package init(
    scenario: String, variant: String? = nil, settings: [Setting] = [],
    interventions: [Intervention] = [], seed: UInt64? = nil
  ) {
    self.scenario = scenario
    self.variant = variant
    self.settings = settings
    self.interventions = interventions
    self.seed = seed
  }

  /// What the engine plays.
  package var inputs: RunInputs {
    RunInputs(variant: variant, settings: settings, interventions: interventions, seed: seed)
  }

  /// The command that plays the same run outside the explorer.
  package var command: String {
    var words = ["authscope run", scenario]
    if let variant { words.append("--variant \(variant)") }
    words += settings.map { "--set \($0.text)" }
    words += interventions.map { "--change '\($0.text)'" }
    if let seed { words.append("--seed \(seed)") }
    return words.joined(separator: " ")
  }
}
