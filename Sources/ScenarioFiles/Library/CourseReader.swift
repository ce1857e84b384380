/// What became of a course's file.
package struct CourseReading: Sendable {
  /// Nil when there is an error.
  package let course: Course?
  package let diagnostics: [Diagnostic]
  /// The file's format when only a newer program reads it.
  package let newerFormat: Int?
}

/// Reads a course and says all that is wrong with it at once.
package struct CourseReader {
  private let scenarios: [String]?
  private let variants: (String) -> [String]?

  /// The ids of the scenarios that there are, and the variants of each; what is nil is not known,
  /// and not checked.
  package init(
    scenarios: [String]?, variants: @escaping (_ scenario: String) -> [String]? = { _ in nil }
  ) {
    self.scenarios = scenarios
    self.variants = variants
  }

  package func read(_ bytes: [UInt8], file name: String) -> CourseReading {
    let file = SourceFile(name: name, bytes: bytes)
    let report = Report()
    // A course uses no names of the engine.
    let reading = Reading(file, vocabulary: Vocabulary(defences: [], checks: []), report: report)
    var newer: Int?
    var course: Course?
    if let root = YAMLDocument.read(file, report) {
      switch Format.check(root, reading) {
      case nil: course = decode(root, reading)
      case .newer(let format): newer = format
      case .noMapping: break
      }
    }
    return CourseReading(
      course: report.hasErrors ? nil : course, diagnostics: report.sorted(in: file),
      newerFormat: newer)
  }

  private func decode(_ root: Node, _ reading: Reading) -> Course {
    let lessons = (root["groups"]?.items ?? []).flatMap { $0["lessons"]?.items ?? [] }
    reading.names.scenarios = scenarios
    reading.names.lessons = lessons.compactMap { $0["scenario"]?.text }
    var course = Course(title: "", groups: [])
    _ = CourseGrammar.course.read(root, into: &course, reading)
    checkOrder(lessons, reading)
    checkWords(lessons, reading)
    checkVariants(lessons, reading)
    return course
  }

  private func checkVariants(_ lessons: [Node], _ reading: Reading) {
    for lesson in lessons {
      guard let node = lesson["variant"], let name = node.text,
        let known = lesson["scenario"]?.text.flatMap(variants), !known.contains(name)
      else { continue }
      reading.say(.unknownName(name, "variant", among: known), node)
    }
  }

  private func checkOrder(_ lessons: [Node], _ reading: Reading) {
    var seen: [String: Node] = [:]
    let all = Set(reading.names.lessons)
    for lesson in lessons {
      guard let node = lesson["scenario"], let name = node.text else { continue }
      for need in lesson["needs"]?.items ?? [] {
        guard let needed = need.text, all.contains(needed), seen[needed] == nil else { continue }
        reading.say(.needsLater(name, needed), need)
      }
      if let earlier = seen[name] {
        let line = reading.place(of: earlier).line
        reading.say(.duplicateName(name, "lesson", firstLine: line), node)
      }
      seen[name] = node
    }
  }

  /// A word is new once.
  private func checkWords(_ lessons: [Node], _ reading: Reading) {
    var seen: [String: String] = [:]
    for lesson in lessons {
      for word in lesson["words"]?.items ?? [] {
        guard let text = word.text else { continue }
        if let earlier = seen[text] {
          reading.say(.knownWord(text, lesson: earlier), word)
        } else {
          seen[text] = lesson["scenario"]?.text ?? ""
        }
      }
    }
  }
}
