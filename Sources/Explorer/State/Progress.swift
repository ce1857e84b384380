/// What a reader has done, kept between sessions.
package struct Progress: Hashable, Sendable {
  package enum Answer: String, Hashable, Sendable, CaseIterable {
    case right, wrong, skipped
    /// The reader asked for the answer.
    case told
  }

  package struct Lesson: Hashable, Sendable {
    package var finished = false
    /// The answer given first to each question, by its step.
    package var answers: [String: Answer] = [:]
    package var hints = 0
    /// The fewest moves for each challenge that was solved, by its name: `mend`.
    package var moves: [String: Int] = [:]

    package init() {}
  }

  /// By scenario id.
  package var lessons: [String: Lesson]
  /// Whether the tour has been taken or ended.
  package var tourSeen: Bool

  package init(lessons: [String: Lesson] = [:], tourSeen: Bool = false) {
    self.lessons = lessons
    self.tourSeen = tourSeen
  }

  package func isDone(_ id: String) -> Bool { lessons[id]?.finished ?? false }
}
