import Trace

/// Judges a finished run: expectations, explanations that are true of it, answers, verdict.
struct Reporter {
  let scenario: Scenario
  let variant: Variant?
  let trace: Trace

  init(scenario: Scenario, variant: String?, trace: Trace) {
    self.scenario = scenario
    self.variant = variant.flatMap { scenario.variant(named: $0) }
    self.trace = trace
  }

  /// One report for each step of the trace; of a repeated step only the last round is judged.
  func reports() -> [StepReport] {
    var out = [StepReport](repeating: StepReport(), count: trace.steps.count)
    let last = Dictionary(
      trace.steps.enumerated().map { ($1.id.name, $0) }, uniquingKeysWith: { _, later in later })
    for step in scenario.allSteps {
      guard let index = last[step.id] else { continue }
      out[index] = report(on: step, at: index)
    }
    return out
  }

  private func report(on step: Step, at index: Int) -> StepReport {
    let changed = variant?.expect.first { $0.step == step.id }?.expectations
    let results = (changed ?? step.expect).map { trace.judge($0, atStep: index) }
    return StepReport(
      expectations: results, explanation: explanation(of: step, at: index),
      question: question(of: step))
  }

  /// The texts whose predicates hold; where none does, what differs from the scenario's own story.
  private func explanation(of step: Step, at index: Int) -> [String] {
    let base = step.expect.map { trace.judge($0, atStep: index) }
    let asExpected = base.allSatisfy(\.holds)
    func chosen(_ list: [Explanation]) -> String {
      list.filter { explanation in
        guard let when = explanation.when else { return asExpected }
        return when.allSatisfy { trace.judge($0, atStep: index).holds }
      }.map(\.text).joined(separator: " ")
    }
    var first = chosen(step.explain)
    let isForeseen = variant?.expect.contains { $0.step == step.id } ?? false
    if first.isEmpty, !asExpected, !isForeseen {
      let wrong = base.filter { !$0.holds }.map { "\($0.text) (here: \($0.actual))" }
      first =
        "It went another way here. The scenario expects " + wrong.joined(separator: ", ")
        + "."
    }
    return [first, chosen(step.how)]
  }

  private func question(of step: Step) -> Question? {
    guard case .predict(let predict) = step.action else { return nil }
    let target = predict.subject.step ?? step.id
    let index = trace.lastStep(named: target) ?? trace.steps.count - 1
    return Question(
      ask: predict.ask, choices: predict.choices, hints: predict.hints,
      answer: trace.value(of: predict.subject.field, atStep: index) ?? "absent", step: target)
  }

  static func verdict(_ scenario: Scenario, _ trace: Trace) -> RunVerdict {
    guard !scenario.secureIf.isEmpty, !trace.steps.isEmpty else { return .none }
    let holds = scenario.secureIf.allSatisfy {
      trace.judge($0, atStep: trace.steps.count - 1).holds
    }
    return holds ? .secure : .attackWorked
  }
}

extension Scenario {
  /// All steps, those inside a `repeat` after it.
  package var allSteps: [Step] { steps.flatMap(\.flattened) }
}

extension Step {
  fileprivate var flattened: [Step] {
    guard case .repeat(_, let inner) = action else { return [self] }
    return [self] + inner.flatMap(\.flattened)
  }
}
