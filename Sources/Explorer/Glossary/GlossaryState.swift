import CellUI
import Guide

/// `W`: the words in sight and what they mean, the one under the cursor first.
struct GlossaryState: Hashable, Sendable {
  /// Those in sight in the order in which they stand there, then all others.
  private let entries: [GlossaryEntry]
  /// How many are in sight.
  let inSight: Int
  private(set) var field = TextField()
  var row = 0

  /// Of a screen's text; `pointed` is what the cursor stands on.
  init(text: String, pointed: String?) {
    let search = GlossarySearch(text)
    let near = pointed.map { GlossarySearch($0) }
    var placed: [(entry: GlossaryEntry, place: Int)] = []
    var others: [GlossaryEntry] = []
    for entry in GlossaryEntry.all {
      if let place = near?.place(of: entry) {
        placed.append((entry, place - 1_000_000))
      } else if let place = search.place(of: entry) {
        placed.append((entry, place))
      } else {
        others.append(entry)
      }
    }
    let sorted = placed.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }
    inSight = placed.count
    entries = sorted.map(\.element.entry) + others
  }

  /// Those that fit what is typed: the word itself before those that only mention it.
  var rows: [GlossaryEntry] {
    let words = field.text.lowercased().split(separator: " ")
    guard !words.isEmpty else { return entries }
    let found = entries.filter { entry in
      let text = ([entry.word] + entry.aliases + [entry.meaning]).joined(separator: " ")
        .lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    let begins = { (entry: GlossaryEntry) in
      ([entry.word.lowercased()] + entry.aliases).contains { $0.hasPrefix(words[0]) }
    }
    return found.filter(begins) + found.filter { !begins($0) }
  }

  /// True when the key was one of the field's.
  mutating func type(_ press: KeyPress) -> Bool {
    guard field.handle(press) else { return false }
    row = 0
    return true
  }

  mutating func paste(_ text: String) {
    field.insert(text)
    row = 0
  }
}
