import Ledger

extension Trace {
  /// What a field of a step is, as text; nil when there is nothing of the kind.
  package func value(of field: Field, atStep index: Int) -> String? {
    Judge(self).value(of: field, atStep: index)
  }

  /// Whether an expectation holds that stands in the step of that index.
  package func judge(_ expectation: Expectation, atStep index: Int) -> ExpectationResult {
    Judge(self).judge(expectation, atStep: index)
  }
}

/// Judges expectations over one trace; what many of them need is worked out once.
package final class Judge {
  let trace: Trace
  private(set) lazy var states = StoreStates(trace)
  private lazy var costs = stepCosts()

  package init(_ trace: Trace) { self.trace = trace }

  /// What a field of a step is, as text; nil when there is nothing of the kind.
  package func value(of field: Field, atStep index: Int) -> String? {
    guard trace.steps.indices.contains(index) else { return nil }
    return StepReader(judge: self, step: index).observe(field).value
  }

  /// Whether an expectation holds that stands in the step of that index.
  ///
  /// A subject that names a step means the last one of that name. What is missing meets no
  /// comparison but `absent`: "differs from 200" is not true of an answer that never came.
  package func judge(_ expectation: Expectation, atStep index: Int) -> ExpectationResult {
    let subject = expectation.subject
    let step = subject.step.map { trace.lastStep(named: $0) } ?? index
    let known = step.flatMap { trace.steps.indices.contains($0) ? $0 : nil }
    let observation =
      known.map { StepReader(judge: self, step: $0).observe(subject.field) } ?? .absent
    return ExpectationResult(
      text: expectation.text, holds: observation.meets(expectation.comparison),
      actual: observation.shown(for: expectation.comparison), place: expectation.place?.text)
  }

  /// What the run has cost up to and with a step.
  func cost(upToStep step: Int) -> Cost { costs[step] }

  private func stepCosts() -> [Cost] {
    var now = Cost()
    return trace.steps.indices.map { step in
      for record in trace.records(ofStep: step) { now.add(record.event) }
      return now
    }
  }
}
