import Ledger

extension Trace {
  /// What a field of a step is, as text; nil when there is nothing of the kind.
  package func value(of field: Field, atStep index: Int) -> String? {
    guard steps.indices.contains(index) else { return nil }
    return StepReader(trace: self, step: index).observe(field).value
  }

  /// Whether an expectation holds that stands in the step of that index.
  ///
  /// A subject that names a step means the last one of that name. What is missing meets no
  /// comparison but `absent`: "differs from 200" is not true of an answer that never came.
  package func judge(_ expectation: Expectation, atStep index: Int) -> ExpectationResult {
    let subject = expectation.subject
    let step = subject.step.map { lastStep(named: $0) } ?? index
    let place = expectation.place?.text
    guard let step, steps.indices.contains(step) else {
      return ExpectationResult(
        text: expectation.text, holds: expectation.comparison == .absent, actual: "absent",
        place: place)
    }
    let observation = StepReader(trace: self, step: step).observe(subject.field)
    return ExpectationResult(
      text: expectation.text, holds: observation.meets(expectation.comparison),
      actual: observation.shown(for: expectation.comparison), place: place)
  }
}
