/// A course: lessons in order, in groups. `scenarios/course.yaml` holds the one that comes with the
/// program, a teacher's own has the same form:
///
/// ```yaml
/// authscope: 1
/// title: Sessions, JWTs and OAuth, as they really work
/// groups:
///   - title: Sessions
///     core: true               # numbered lessons; without it, electives
///     lessons:
///       - scenario: session/login
///         minutes: 5
///         sees: the row that a session is made of
///         words: [session, cookie, store]
///       - scenario: session/logout-revocation
///         title: Logging out, for good       # instead of the scenario's own
///         minutes: 6
///         needs: [session/login]             # played before, in this course
///         words: [revoke]                    # first used here
///   - title: Cookies and sessions
///     about: fixation, xss-theft, timeouts
///     lessons:
///       - { scenario: session/fixation, minutes: 6, needs: [session/login] }
///   - title: All together
///     core: true
///     lessons:
///       - scenario: combined/production
///         variant: exam                      # opens here instead of where the scenario says
///         exam: true
///         minutes: 10
/// ```
package struct Course: Hashable, Sendable {
  package struct Group: Hashable, Sendable {
    package var title: String
    /// What is in it, for a list that shows no lessons.
    package var about: String?
    /// Its lessons are numbered and lead from one to the next; the others are electives.
    package var isCore: Bool
    package var lessons: [Lesson]
  }

  package struct Lesson: Hashable, Sendable {
    /// The scenario's id: `session/login`.
    package var scenario: String
    /// The title in this course; nil for the scenario's own.
    package var title: String?
    /// The variant to open in; nil for where the scenario says.
    package var variant: String?
    package var minutes: Int
    /// The scenarios of this course that should have been played before.
    package var needs: [String]
    /// The words that it uses first.
    package var words: [String]
    /// What the reader will see, in one line.
    package var sees: String?
    package var isExam: Bool
  }

  package var title: String
  package var groups: [Group]

  package var lessons: [Lesson] { groups.flatMap(\.lessons) }

  /// The core course, in order.
  package var core: [Lesson] { groups.filter(\.isCore).flatMap(\.lessons) }

  package var coreMinutes: Int { core.reduce(0) { $0 + $1.minutes } }

  package func lesson(of scenario: String) -> Lesson? {
    lessons.first { $0.scenario == scenario }
  }

  /// The number that the library shows, from 1; nil for electives and the exam.
  package func number(of scenario: String) -> Int? {
    core.filter { !$0.isExam }.firstIndex { $0.scenario == scenario }.map { $0 + 1 }
  }
}
