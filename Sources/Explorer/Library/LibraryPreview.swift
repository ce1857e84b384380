import CellUI
import Guide

/// What the selected row is about.
struct LibraryPreview {
  let state: ExplorerState
  let width: Int
  let glyphs: Glyphs

  private var entry: LibraryEntry? { state.library.selectedEntry }

  var title: String {
    guard let entry else {
      if case .group(_, let title, _, _)? = state.library.selectedRow { return title }
      return "Nothing selected"
    }
    return entry.lesson.map { "Lesson \($0)  \(entry.id)" } ?? entry.id
  }

  /// All of it, for a column of its own.
  func lines() -> [StyledLine] {
    guard let entry else { return groupLines }
    var out = LineMaker(width: width, glyphs.repertoire)
    out.blank()
    out.add([Span("  \(entry.title)", .strong)], hanging: 2)
    for text in entry.preview {
      out.blank()
      out.add([Span("  \(text)")], hanging: 2)
    }
    out.blank()
    addFacts(entry, &out)
    addWorlds(entry, &out)
    addWords(entry, &out)
    return out.lines
  }

  /// The least, for a few lines below the list.
  func shortLines() -> [StyledLine] {
    guard let entry else { return groupLines }
    var out = LineMaker(width: width, glyphs.repertoire)
    for text in entry.preview.prefix(1) { out.add([Span("  \(text)")], hanging: 2) }
    if entry.preview.isEmpty { out.add([Span("  \(entry.title)")], hanging: 2) }
    out.add(
      [Span("  \(facts(entry).map { "\($0.1)" }.joined(separator: "   "))", .dim)], hanging: 2)
    return out.lines
  }

  private var groupLines: [StyledLine] {
    [[Span("  \(state.keys.name(.open, in: .library)) opens or folds the group.", .dim)]]
  }

  private func facts(_ entry: LibraryEntry) -> [(String, String)] {
    var out: [(String, String)] = []
    if entry.questions > 0 {
      out.append(
        ("You answer", entry.questions == 1 ? "1 question" : "\(entry.questions) questions"))
    }
    if entry.hasAttack { out.append(("Attack", "\(glyphs.attack) has an attack")) }
    if !entry.needs.isEmpty { out.append(("Before this", needs(entry))) }
    if !entry.words.isEmpty { out.append(("New words", entry.words.joined(separator: ", "))) }
    if !entry.specs.isEmpty { out.append(("Sections", entry.specs.joined(separator: ", "))) }
    return out
  }

  private func needs(_ entry: LibraryEntry) -> String {
    let done = Set(
      state.library.course.coreEntries.filter { state.progress.isDone($0.id) }.compactMap(\.lesson))
    return entry.needs.map { "lesson \($0)\(done.contains($0) ? " (done)" : "")" }
      .joined(separator: ", ")
  }

  private func addFacts(_ entry: LibraryEntry, _ out: inout LineMaker) {
    for (name, value) in facts(entry) { out.field(name, [Span(value)], nameWidth: 14) }
    if let lesson = state.progress.lessons[entry.id], lesson.finished {
      let right = lesson.answers.values.count { $0 == .right }
      let words =
        lesson.answers.isEmpty ? "done" : "done, \(right) of \(lesson.answers.count) right"
      out.field("Your result", [Span(words, .ok)], nameWidth: 14)
    }
  }

  /// What the new words mean.
  private func addWords(_ entry: LibraryEntry, _ out: inout LineMaker) {
    let terms = entry.words.compactMap { Glossary.term($0) }
    guard !terms.isEmpty else { return }
    out.blank()
    for term in terms {
      out.field(term.word, [Span(term.meaning)], nameWidth: 14, role: .accent)
    }
  }

  private func addWorlds(_ entry: LibraryEntry, _ out: inout LineMaker) {
    guard !entry.variants.isEmpty else { return }
    out.blank()
    for (index, variant) in entry.variants.enumerated() {
      let note = variant.opensFirst ? "opens first" : variant.title ?? ""
      out.field(
        index == 0 ? "Worlds" : "", [Span(variant.name.padded(to: 22)), Span(note, .dim)],
        nameWidth: 14)
    }
    out.field("", [Span("results stay veiled until you run them", .dim)], nameWidth: 14)
  }
}
