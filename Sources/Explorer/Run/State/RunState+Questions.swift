import Trace

/// A row of a question's box.
enum QuestionRow: Hashable, Sendable {
  case choice(Int)
  /// So many hints are left.
  case hint(Int)
  /// Show the answer without credit.
  case tell
}

extension RunState {
  func rows(of question: Question) -> [QuestionRow] {
    let state = questionState(question)
    let left = question.hints.count - state.hintsShown
    return question.choices.indices.map { .choice($0) }
      + (left > 0 ? [.hint(left)] : [.tell])
  }

  mutating func moveInQuestion(by rows: Int) {
    guard let question = question?.question else { return }
    var state = questionState(question)
    state.row = max(0, min(self.rows(of: question).count - 1, state.row + rows))
    setQuestionState(question, state)
  }

  /// Enter on the row under the cursor.
  mutating func answer() {
    guard let question = question?.question else { return }
    var state = questionState(question)
    let rows = rows(of: question)
    guard rows.indices.contains(state.row) else { return }
    switch rows[state.row] {
    case .choice(let index): state.take(.chosen(index), of: question, in: branch.name)
    case .hint:
      state.hintsShown += 1
    case .tell: state.take(.told, of: question, in: branch.name)
    }
    setQuestionState(question, state)
  }

  /// The question whose answer the current moment shows.
  var settledQuestion: Question? {
    model.questions.values.first { $0.answeredBy == position }?.question
  }

  /// The questions of this run that have a reply, with how they came out.
  var results: [(question: Question, answer: Progress.Answer)] {
    model.questions.sorted { $0.key < $1.key }.compactMap { _, placed in
      questionState(placed.question).result.map { (placed.question, $0) }
    }
  }

  var hintsTaken: Int {
    model.questions.values.reduce(0) { $0 + questionState($1.question).hintsShown }
  }
}
