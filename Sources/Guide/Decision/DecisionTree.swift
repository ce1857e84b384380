/// A question of the decision tree.
package struct DecisionQuestion: Hashable, Sendable {
  package struct Answer: Hashable, Sendable {
    /// The word that a command line names it by: `elsewhere`.
    package let word: String
    /// The answer as somebody would say it.
    package let text: String
    /// What follows from it, and why.
    package let because: String
    package let next: Next

    init(_ word: String, _ text: String, because: String, _ next: Next) {
      self.word = word
      self.text = text
      self.because = because
      self.next = next
    }
  }

  package enum Next: Hashable, Sendable {
    case question(String)
    case advice(String)
  }

  /// The word that a command line names it by: `accounts`.
  package let id: String
  package let ask: String
  /// Why it is asked, for those who do not know what to answer.
  package let why: String
  package let answers: [Answer]

  init(_ id: String, _ ask: String, why: String, _ answers: [Answer]) {
    self.id = id
    self.ask = ask
    self.why = why
    self.answers = answers
  }

  package func answer(_ word: String) -> Answer? { answers.first { $0.word == word } }
}

/// A leaf of the tree: what to build, what it costs, and the scenario that shows it.
package struct Advice: Hashable, Sendable {
  package let id: String
  package let title: String
  package let text: String
  /// What it asks for in return.
  package let price: String
  /// What is easily done wrong.
  package let mind: [String]
  /// The claims of the guide that it rests on.
  package let claims: [String]
  package let scenario: String
}

/// Which mechanism fits, as questions (D1 to D5).
package enum DecisionTree {
  package static let root = "accounts"

  package static func question(_ id: String) -> DecisionQuestion? {
    questions.first { $0.id == id }
  }

  package static func advice(_ id: String) -> Advice? { advices.first { $0.id == id } }
}
