import Explorer
import ScenarioFiles

/// The course as the explorer shows it: the course file, and the headers of its scenarios.
struct CourseLoading {
  private let library: ScenarioLibrary

  init(_ library: ScenarioLibrary) { self.library = library }

  /// Scenarios that no course names come last, as electives: nothing on disk is out of reach.
  func model(file: String?) throws(Failure) -> CourseModel {
    let ids = library.ids()
    let course = try read(file ?? library.folder + "/course.yaml", ids)
    var core: [LibraryGroup] = []
    var electives: [LibraryGroup] = []
    for group in course.groups {
      let entries = group.lessons.map { entry($0, course) }
      let made = LibraryGroup(title: group.title, entries: entries)
      if group.isCore { core.append(made) } else { electives.append(made) }
    }
    let named = Set(course.lessons.map(\.scenario))
    let others = ids.filter { !named.contains($0) }
    if !others.isEmpty {
      electives.append(
        LibraryGroup(
          title: "Not in this course", entries: others.compactMap { header($0) }.map(Self.plain)))
    }
    return CourseModel(core: core, electives: electives)
  }

  private func read(_ path: String, _ ids: [String]) throws(Failure) -> Course {
    let bytes = try FileSystem.contents(of: path, limit: ScenarioLibrary.sizeLimit)
    let reading = CourseReader(scenarios: ids).read(bytes, file: library.shown(path))
    if let format = reading.newerFormat { throw ScenarioLibrary.newer(path, format) }
    guard let course = reading.course else {
      throw Failure(DiagnosticText.render(reading.diagnostics))
    }
    return course
  }

  private func header(_ id: String) -> ScenarioHeader? {
    let path = "\(library.folder)/\(id).yaml"
    guard let bytes = try? FileSystem.contents(of: path, limit: ScenarioLibrary.sizeLimit) else {
      return nil
    }
    return HeaderReader.read(bytes, file: library.shown(path))
  }

  private func entry(_ lesson: Course.Lesson, _ course: Course) -> LibraryEntry {
    let header = header(lesson.scenario)
    var entry =
      header.map(Self.plain) ?? LibraryEntry(id: lesson.scenario, title: lesson.scenario)
    entry.title = lesson.title ?? entry.title
    entry.lesson = course.number(of: lesson.scenario)
    entry.minutes = lesson.minutes
    entry.words = lesson.words
    entry.needs = lesson.needs.compactMap { course.number(of: $0) }
    if let sees = lesson.sees { entry.preview.append("You will see \(sees).") }
    return entry
  }

  private static func plain(_ header: ScenarioHeader) -> LibraryEntry {
    var entry = LibraryEntry(id: header.id, title: header.title)
    entry.hasAttack = header.attack != nil
    entry.specs = header.specs
    entry.questions = header.question == nil ? 0 : 1
    entry.preview = [header.about, header.question].compactMap { $0 }
    entry.variants = header.variants.map {
      LibraryVariant(name: $0.name, title: $0.title, opensFirst: $0.name == header.opens)
    }
    return entry
  }
}
