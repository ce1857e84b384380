import Ledger
import Trace

/// Everything besides the scenario that a run depends on.
package struct RunInputs: Sendable {
  /// The variant's name; nil for the scenario as it stands.
  package var variant: String?
  /// Changes from the start, after the variant's.
  package var settings: [Setting]
  package var interventions: [Intervention]
  /// Nil: the scenario's own.
  package var seed: UInt64?
  /// A check that is left out altogether, to prove that some expectation notices.
  package var muted: CheckID?

  package init(
    variant: String? = nil, settings: [Setting] = [], interventions: [Intervention] = [],
    seed: UInt64? = nil, muted: CheckID? = nil
  ) {
    self.variant = variant
    self.settings = settings
    self.interventions = interventions
    self.seed = seed
    self.muted = muted
  }
}

/// Plays a scenario: the same inputs give the same trace, in any process.
package func play(_ scenario: Scenario, _ inputs: RunInputs = RunInputs()) -> Trace {
  let run = Run(scenario, inputs)
  while run.advance() {}
  return run.finish()
}

/// Plays a scenario and shows the trace before the first step and after each, so that it can be
/// journaled: what is shown of a step then is what is in the whole trace.
package func play(
  _ scenario: Scenario, _ inputs: RunInputs, begun: (Trace) -> Void,
  stepped: @escaping (_ step: Int, Trace) -> Void
) -> Trace {
  let run = Run(scenario, inputs)
  begun(run.trace)
  run.stepped = stepped
  while run.advance() {}
  return run.finish()
}
