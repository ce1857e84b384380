/// The keys of a course.
enum CourseGrammar {
  static let course = Table<Course>([
    .format,
    .required("title", .prose, "the name of the course") { $0.title = $1 },
    .required("groups", .list(group), "groups of lessons, in order") { $0.groups = $1 },
  ])

  private static let group = Table<Course.Group>([
    .required("title", .prose, "the name of the group") { $0.title = $1 },
    .optional("about", .prose, "what is in it, in a few words") { $0.about = $1 },
    .optional("core", .boolean, "true: a part of the core course") { $0.isCore = $1 },
    .required("lessons", .list(lesson), "its lessons, in order") { $0.lessons = $1 },
  ]).codec({ Course.Group(title: "", about: nil, isCore: false, lessons: []) }) { group, _, _ in
    group
  }

  private static let lesson = Table<Course.Lesson>([
    .required("scenario", scenario, "the id of a scenario, as session/login") {
      $0.scenario = $1
    },
    .optional("title", .prose, "its title here, instead of the scenario's") { $0.title = $1 },
    .optional("variant", .name("variant"), "the variant to open in") { $0.variant = $1 },
    .required("minutes", .integer(1...240), "how long it takes") { $0.minutes = $1 },
    .optional("needs", .list(earlier), "scenarios of the course to be played before") {
      $0.needs = $1
    },
    .optional("words", .list(.prose), "the words that it uses first") { $0.words = $1 },
    .optional("sees", .prose, "what the reader will see, in one line") { $0.sees = $1 },
    .optional("exam", .boolean, "true: an exam, which has no number") { $0.isExam = $1 },
  ]).codec({
    Course.Lesson(
      scenario: "", title: nil, variant: nil, minutes: 0, needs: [], words: [], sees: nil,
      isExam: false)
  }) { lesson, _, _ in lesson }

  private static let scenario = Codec<String>.line("group/name") { line, reading throws(Misread) in
    guard Identifier.isScenarioID(line.text) else {
      throw Misread(.badScenarioID(line.text), line.range)
    }
    let known = reading.names.scenarios
    guard known?.contains(line.text) ?? true else {
      throw Misread(.unknownName(line.text, "scenario", among: known ?? []), line.range)
    }
    return line.text
  }

  private static let earlier = Codec<String>.known("lesson") { $0.names.lessons }
}
