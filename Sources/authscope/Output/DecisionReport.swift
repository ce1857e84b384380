import Guide
import Wire

/// Questions and advice of the decision tree as text for people, and as JSON.
enum DecisionReport {
  static func asked(_ question: DecisionQuestion) -> String {
    let width = question.answers.map(\.word.utf8.count).max() ?? 0
    let answers = question.answers.enumerated().map { index, answer in
      let word = answer.word + String(repeating: " ", count: width - answer.word.utf8.count)
      return "  \(index + 1)  \(word)  \(answer.text)"
    }
    return ([question.ask, "  \(question.why)"] + answers).joined(separator: "\n")
  }

  /// The reasons so far, and the advice or the question that comes next.
  static func text(_ path: DecisionPath) -> String {
    var lines = path.choices.map { "\($0.question.id)=\($0.answer.word): \($0.answer.because)" }
    if !lines.isEmpty { lines.append("") }
    if let advice = path.advice {
      lines += text(advice)
    } else if let question = path.question {
      lines.append(asked(question))
      lines.append(
        "Answer by \(question.answers.map { "\(question.id)=\($0.word)" }.joined(separator: ", "))."
      )
    }
    return lines.joined(separator: "\n")
  }

  private static func text(_ advice: Advice) -> [String] {
    [advice.title, "  \(advice.text)", "  The price: \(advice.price)"]
      + advice.mind.map { "  - \($0)" }
      + [
        "  Claims \(advice.claims.joined(separator: ", ")) of the guide.",
        "  See it: authscope explore \(advice.scenario)",
      ]
  }

  static var treeText: String {
    (DecisionTree.questions.map { question in
      ([question.ask]
        + question.answers.map { "  \(question.id)=\($0.word)  \($0.text) -> \(name($0.next))" })
        .joined(separator: "\n")
    } + DecisionTree.advices.map { text($0).joined(separator: "\n") }).joined(separator: "\n\n")
  }

  private static func name(_ next: DecisionQuestion.Next) -> String {
    switch next {
    case .question(let id): "\(id)?"
    case .advice(let id): DecisionTree.advice(id)?.title ?? id
    }
  }

  // JSON.

  static func json(_ path: DecisionPath) -> JSONValue {
    [
      "answers": .array(
        path.choices.map { choice in
          [
            "question": .string(choice.question.id), "answer": .string(choice.answer.word),
            "because": .string(choice.answer.because),
          ]
        }),
      "question": path.question.map(json) ?? .null,
      "advice": path.advice.map(json) ?? .null,
    ]
  }

  static var tree: JSONValue {
    [
      "questions": .array(DecisionTree.questions.map(json)),
      "advice": .array(DecisionTree.advices.map(json)),
    ]
  }

  private static func json(_ question: DecisionQuestion) -> JSONValue {
    [
      "id": .string(question.id), "ask": .string(question.ask), "why": .string(question.why),
      "answers": .array(
        question.answers.map { answer in
          [
            "word": .string(answer.word), "text": .string(answer.text),
            "because": .string(answer.because), "leadsTo": .string(target(answer.next)),
          ]
        }),
    ]
  }

  private static func target(_ next: DecisionQuestion.Next) -> String {
    switch next {
    case .question(let id), .advice(let id): id
    }
  }

  private static func json(_ advice: Advice) -> JSONValue {
    [
      "id": .string(advice.id), "title": .string(advice.title), "text": .string(advice.text),
      "price": .string(advice.price), "mind": .array(advice.mind.map { .string($0) }),
      "claims": .array(advice.claims.map { .string($0) }), "scenario": .string(advice.scenario),
    ]
  }
}
