/// A way through the tree so far: the questions that were answered, and where it stands.
package struct DecisionPath: Hashable, Sendable {
  package struct Choice: Hashable, Sendable {
    package let question: DecisionQuestion
    package let answer: DecisionQuestion.Answer
  }

  package private(set) var choices: [Choice] = []

  package init() {}

  /// The question that is asked next; nil at a leaf.
  package var question: DecisionQuestion? {
    switch choices.last?.answer.next {
    case nil: DecisionTree.question(DecisionTree.root)
    case .question(let id)?: DecisionTree.question(id)
    case .advice?: nil
    }
  }

  /// What the answers come to; nil while there is something to ask.
  package var advice: Advice? {
    guard case .advice(let id)? = choices.last?.answer.next else { return nil }
    return DecisionTree.advice(id)
  }

  /// Answers the next question; false where it has no such answer.
  package mutating func answer(_ word: String) -> Bool {
    guard let question, let answer = question.answer(word) else { return false }
    choices.append(Choice(question: question, answer: answer))
    return true
  }

  /// Takes the last answer back; false where there is none.
  package mutating func back() -> Bool { choices.popLast() != nil }
}
