import Ledger
import Trace
import Wire

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

/// What a person changed at one place of a run.
package struct Intervention: Hashable, Sendable {
  package let at: Address
  /// Keeps it from landing on another message; nil for a change of setting at a step.
  package let fingerprint: Fingerprint?
  package let change: Change

  package init(at: Address, fingerprint: Fingerprint?, change: Change) {
    self.at = at
    self.fingerprint = fingerprint
    self.change = change
  }
}

/// The message that an intervention was made for.
package struct Fingerprint: Hashable, Sendable {
  package let to: String
  package let method: String
  package let path: String

  package init(to: String, method: String, path: String) {
    self.to = to
    self.method = method
    self.path = path
  }

  var text: String { "\(method) \(path) to \(to)" }
}

package enum Change: Hashable, Sendable {
  case edit([Edit])
  /// The message is not sent.
  case drop
  /// The message is sent twice; the second answer goes on.
  case again
  /// Somebody else answers instead of the server.
  case answer(Response)
  /// A setting from this step on.
  case setting(Setting)
}

/// A changed part of a request; a nil value removes it.
package struct Edit: Hashable, Sendable {
  package let field: MessageField
  package let value: EditValue?

  package init(field: MessageField, value: EditValue?) {
    self.field = field
    self.value = value
  }
}

package enum EditValue: Hashable, Sendable {
  case text(String)
  /// By its stable name, so that it survives another seed: `sid#1`.
  case secret(String)
}

/// Plays a scenario: the same inputs give the same trace, in any process.
package func play(_ scenario: Scenario, _ inputs: RunInputs = RunInputs()) -> Trace {
  let run = Run(scenario, inputs)
  while run.advance() {}
  return run.finish()
}
