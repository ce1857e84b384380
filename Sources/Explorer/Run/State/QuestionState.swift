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
  private(set) var reply = Reply.open
  /// The branch in which the reply was given, and how it came out there: another run of the same
  /// lesson may have another answer, which makes nobody right or wrong afterwards.
  private(set) var branch: String?
  private(set) var result: Progress.Answer?

  mutating func take(_ reply: Reply, of question: Question, in branch: String) {
    self.reply = reply
    self.branch = branch
    result =
      switch reply {
      case .open: nil
      case .chosen(let index):
        question.choices.indices.contains(index)
          && question.choices[index].code == question.answer
          ? .right : .wrong
      case .skipped: .skipped
      case .told: .told
      }
  }
}
