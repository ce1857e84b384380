import Trace

/// How far the reader is with one question.
struct QuestionState: Hashable, Sendable {
  enum Reply: Hashable, Sendable {
    case open
    /// The index of the choice that the reader took.
    case chosen(Int)
    case skipped
    /// The reader had the answer shown.
    case told
  }

  /// The row under the cursor: choices, then a hint, then the answer.
  var row = 0
  var hintsShown = 0
  var reply = Reply.open

  /// How a reply counts against what the run says.
  func result(_ question: Question) -> Progress.Answer? {
    switch reply {
    case .open: nil
    case .chosen(let index):
      question.choices.indices.contains(index) && question.choices[index].code == question.answer
        ? .right : .wrong
    case .skipped: .skipped
    case .told: .told
    }
  }
}
