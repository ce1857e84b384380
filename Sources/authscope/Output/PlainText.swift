import Explorer
import Simulation
import Trace

/// Runs as numbered lines.
enum PlainText {
  static func of(
    _ scenario: Scenario, _ trace: Trace, settings: [Setting] = [],
    interventions: [Intervention] = []
  ) -> String {
    let identity = trace.identity
    let request = RunRequest(
      scenario: identity.scenario, variant: identity.variant, settings: settings,
      interventions: interventions,
      seed: identity.seed == scenario.seed ? nil : identity.seed)
    return PlainRun(scenario: scenario, trace: trace, request: request).lines()
      .joined(separator: "\n")
  }
}
