import Explorer

/// A reader's progress as lines: the core course whole, of the electives what was done.
struct ProgressReport {
  private let progress: Progress
  private let course: CourseModel

  init(_ progress: Progress, _ course: CourseModel) {
    self.progress = progress
    self.course = course
  }

  var text: String {
    let core = course.coreEntries
    let electives = course.electiveEntries.filter { progress.lessons[$0.id] != nil }
    let done = core.count { progress.isDone($0.id) }
    let others = electives.count { progress.isDone($0.id) }
    var lines = ["core course: \(done) of \(core.count) done"]
    lines += core.map(line)
    lines.append("electives: \(others) of \(course.electiveEntries.count) done")
    lines += electives.map(line)
    return lines.joined(separator: "\n")
  }

  private func line(_ entry: LibraryEntry) -> String {
    let lesson = progress.lessons[entry.id]
    let word = lesson?.finished == true ? "done" : lesson == nil ? "" : "begun"
    let head = "  \(word.padding(to: 6))\(entry.id)"
    let facts = lesson.map(facts) ?? []
    return facts.isEmpty ? head : "\(head.padding(to: 40))  \(facts.joined(separator: ", "))"
  }

  private func facts(_ lesson: Progress.Lesson) -> [String] {
    var out: [String] = []
    for answer in Progress.Answer.allCases {
      let count = lesson.answers.values.count { $0 == answer }
      if count > 0 { out.append("\(count) \(answer.rawValue)") }
    }
    if lesson.hints > 0 { out.append(lesson.hints == 1 ? "1 hint" : "\(lesson.hints) hints") }
    out += lesson.moves.sorted { $0.key < $1.key }.map {
      "\($0.key) in \($0.value) \($0.value == 1 ? "move" : "moves")"
    }
    return out
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
