import CellUI

extension ExplorerState {
  /// `W` on any screen: what the words in sight mean. Esc goes back to where the reader was.
  mutating func openGlossary() {
    let text = render(self, size).grid.lines().joined(separator: "\n")
    overlay = .glossary(GlossaryState(text: text, pointed: pointedWords))
  }

  /// The name of what the cursor stands on.
  private var pointedWords: String? {
    switch screen {
    case .run:
      guard let run else { return nil }
      let focus = RunArrangement.of(size).focus(run.panes)
      guard run.walk.check != nil || focus == .defences || run.panes.cursor[focus] != nil else {
        return nil
      }
      return Self.withoutKind(run.selection(size).name)
    case .bench: return bench?.selectedMember?.name ?? bench?.selectedCheck?.row.check.id.text
    case .guide: return guide.selectedTerm?.word
    case .matrix: return matrix?.selectedColumn.name
    case .library, .compare, .help: return nil
    }
  }

  /// "the defence pkce" is about pkce, and not about defences.
  private static func withoutKind(_ name: String) -> String {
    let kinds: Set<Substring> = [
      "the", "check", "claim", "cookie", "defence", "row", "field", "header", "of", "in", "storage",
    ]
    let words = name.split(separator: " ").filter { !kinds.contains($0) }
    return words.isEmpty ? name : words.joined(separator: " ")
  }

  mutating func receive(_ press: KeyPress, in words: GlossaryState) -> [Effect] {
    var words = words
    if Self.closes(press) {
      overlay = nil
      return []
    }
    switch press.key {
    case .enter: return openLesson(of: words)
    case .down, .tab, .ctrl("n"): words.row = words.row.moved(by: 1, in: words.rows.count)
    case .up, .backtab, .ctrl("p"): words.row = words.row.moved(by: -1, in: words.rows.count)
    case .pageDown: words.row = words.row.moved(by: 10, in: words.rows.count)
    case .pageUp: words.row = words.row.moved(by: -10, in: words.rows.count)
    case .char, .ctrl, .esc, .backspace, .delete, .insert, .left, .right, .home, .end, .function:
      _ = words.type(press)
    }
    overlay = .glossary(words)
    return []
  }

  /// The lesson that uses the word for the first time.
  private mutating func openLesson(of words: GlossaryState) -> [Effect] {
    guard words.rows.indices.contains(words.row) else { return [] }
    let entry = words.rows[words.row]
    let names = [entry.word.lowercased()] + entry.aliases
    let lesson = (library.course.coreEntries + library.course.electiveEntries).first { lesson in
      lesson.words.contains { names.contains($0.lowercased()) }
    }
    guard let lesson else {
      notice = "No lesson is about \(entry.word) alone; / in the library finds those that use it."
      overlay = nil
      return []
    }
    if screen == .run, run?.scenario.id == lesson.id {
      notice = "\(entry.word): this is the lesson that begins with it."
      overlay = nil
      return []
    }
    overlay = nil
    return open(lesson.id)
  }
}
