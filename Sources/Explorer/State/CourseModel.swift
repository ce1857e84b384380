/// A world of a scenario that can be opened: a variant, or the scenario as it stands.
package struct LibraryVariant: Hashable, Sendable {
  package var name: String
  package var title: String?
  /// A reader meets this one first.
  package var opensFirst: Bool

  package init(name: String, title: String? = nil, opensFirst: Bool = false) {
    self.name = name
    self.title = title
    self.opensFirst = opensFirst
  }
}

/// A scenario as the library shows it, from its header alone.
package struct LibraryEntry: Hashable, Sendable {
  /// `session/logout-revocation`
  package var id: String
  package var title: String
  /// The number in the core course; nil for an elective.
  package var lesson: Int?
  package var minutes: Int?
  package var hasAttack: Bool
  /// The words that the lesson uses for the first time.
  package var words: [String]
  package var specs: [String]
  /// What the lesson is about: one paragraph each.
  package var preview: [String]
  package var variants: [LibraryVariant]
  /// How many questions it asks.
  package var questions: Int
  /// Lessons to know before.
  package var needs: [Int]

  package init(id: String, title: String, lesson: Int? = nil, minutes: Int? = nil) {
    self.id = id
    self.title = title
    self.lesson = lesson
    self.minutes = minutes
    hasAttack = false
    words = []
    specs = []
    preview = []
    variants = []
    questions = 0
    needs = []
  }

  /// The first half of the id: `session`.
  package var family: String { String(id.prefix { $0 != "/" }) }
}

/// Lessons under one heading.
package struct LibraryGroup: Hashable, Sendable {
  package var title: String
  package var entries: [LibraryEntry]

  package init(title: String, entries: [LibraryEntry]) {
    self.title = title
    self.entries = entries
  }
}

/// Everything that the library offers.
package struct CourseModel: Hashable, Sendable {
  /// The core course in its order.
  package var core: [LibraryGroup]
  package var electives: [LibraryGroup]

  package init(core: [LibraryGroup], electives: [LibraryGroup] = []) {
    self.core = core
    self.electives = electives
  }

  package var coreEntries: [LibraryEntry] { core.flatMap(\.entries) }
  package var electiveEntries: [LibraryEntry] { electives.flatMap(\.entries) }

  package func entry(_ id: String) -> LibraryEntry? {
    (coreEntries + electiveEntries).first { $0.id == id }
  }

  /// The first lesson of the core course that is not done.
  package func next(_ progress: Progress) -> LibraryEntry? {
    coreEntries.first { !progress.isDone($0.id) }
  }

  /// The lesson after another one in the core course.
  package func following(_ id: String) -> LibraryEntry? {
    let all = coreEntries
    guard let index = all.firstIndex(where: { $0.id == id }), index + 1 < all.count else {
      return nil
    }
    return all[index + 1]
  }
}
