@testable import Trace

// In a file of its own: Swift Testing has an Expectation too.

func expectation(
  _ field: Field, _ comparison: Comparison, step: String? = nil
) -> Expectation {
  Expectation(subject: Subject(step: step, field: field), comparison: comparison, text: "it holds")
}

extension Trace {
  func holds(_ field: Field, _ comparison: Comparison, step: Int) -> Bool {
    judge(expectation(field, comparison), atStep: step).holds
  }

  func actual(_ field: Field, _ comparison: Comparison, step: Int) -> String {
    judge(expectation(field, comparison), atStep: step).actual
  }
}
