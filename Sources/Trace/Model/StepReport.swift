/// One expectation and how it came out.
package struct ExpectationResult: Hashable, Sendable {
  package let text: String
  package let holds: Bool
  /// What was there: "200"; worded for the message of a failed run.
  package let actual: String
  /// Where it is written: "logout.yaml:14:13"; nil when it has no file.
  package let place: String?

  package init(text: String, holds: Bool, actual: String, place: String?) {
    self.text = text
    self.holds = holds
    self.actual = actual
    self.place = place
  }
}

/// A question to the reader, with the answer that the run gives.
package struct Question: Hashable, Sendable {
  package struct Choice: Hashable, Sendable {
    /// The value that the subject would have: `303`.
    package let code: String
    /// The same in words: "the login page".
    package let words: String

    package init(code: String, words: String) {
      self.code = code
      self.words = words
    }
  }

  package let ask: String
  package let choices: [Choice]
  package let hints: [String]
  /// What the run says; it need not be among the choices.
  package let answer: String
  /// The step that the question is about.
  package let step: String

  package init(ask: String, choices: [Choice], hints: [String], answer: String, step: String) {
    self.ask = ask
    self.choices = choices
    self.hints = hints
    self.answer = answer
    self.step = step
  }

  /// What the run says, in words where the question has words for it.
  package var answerWords: String {
    choices.first { $0.code == answer }.map { "\($0.words) (\(answer))" } ?? answer
  }
}

/// What is said of a step after the run: judged and chosen once, read by every view.
package struct StepReport: Hashable, Sendable {
  package let expectations: [ExpectationResult]
  /// The explanations whose predicates hold in this run, depth 1 then depth 2.
  package let explanation: [String]
  package let question: Question?

  package init(
    expectations: [ExpectationResult] = [], explanation: [String] = [], question: Question? = nil
  ) {
    self.expectations = expectations
    self.explanation = explanation
    self.question = question
  }
}
