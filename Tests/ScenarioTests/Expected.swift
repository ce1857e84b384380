// Without `Testing`, which has an `Expectation` of its own.
import Ledger
import Simulation
import Trace

extension Scenario {
  /// What is expected of a step in a world: its own expectations, or the variant's in their place.
  func expectations(of step: Step, in world: String?) -> [Expectation] {
    let changed = world.flatMap { variant(named: $0) }?.expect ?? []
    return changed.first { $0.step == step.id }?.expectations ?? step.expect
  }
}

extension Expectation {
  /// Whether it asks for the row of that check, which is missing when the check is muted.
  func asks(for check: CheckID) -> Bool { subject.field == .check(check) }

  /// One that cannot hold where this one holds.
  var contrary: Expectation {
    Expectation(subject: subject, comparison: comparison.contrary, text: "not " + text)
  }
}

extension Comparison {
  fileprivate var contrary: Comparison {
    switch self {
    case .equals(let text): .differs(text)
    case .differs(let text): .equals(text)
    case .less(let limit): .atLeast(limit)
    case .atMost(let limit): .more(limit)
    case .more(let limit): .atMost(limit)
    case .atLeast(let limit): .less(limit)
    case .has(let part): .lacks(part)
    case .lacks(let part): .has(part)
    case .absent: .present
    case .present: .absent
    case .outcome(.passed): .outcome(.failed)
    case .outcome(.failed), .outcome(.notChecked), .outcome(.wouldFail), .outcome(.notApplicable),
      .outcome(.notReached):
      .outcome(.passed)
    }
  }
}
