import Simulation
import Trace

extension Scenario {
  /// The step in which a run is decided: that of the first condition which does not hold there, or
  /// of the first one where all hold.
  func decisiveStep(of trace: Trace) -> String? {
    let last = trace.steps.count - 1
    guard last >= 0 else { return nil }
    let broken = secureIf.first { !trace.judge($0, atStep: last).holds }
    return (broken ?? secureIf.first)?.subject.step
  }
}
