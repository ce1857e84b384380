import Guide
import Ledger
import Simulation

/// A word with its meaning, as `W` lists it: of the glossary, a field's name, a defence, a check.
struct GlossaryEntry: Hashable, Sendable {
  let word: String
  /// Other ways to write it, in lower case.
  var aliases: [String] = []
  let meaning: String
  let reference: String
  /// "defence", "check"; empty for a plain word.
  var kind = ""

  static let all: [GlossaryEntry] =
    Glossary.all.map {
      GlossaryEntry(
        word: $0.word, aliases: $0.aliases, meaning: $0.meaning, reference: $0.reference)
    } + defences + checks

  private static let defences = DefenceCatalogue.all.map { defence in
    GlossaryEntry(
      word: defence.id.text, meaning: "\(defence.title). It is against: \(defence.stops).",
      reference: defence.reference, kind: "defence")
  }

  /// Each id once, with the first title that a server gives it.
  private static let checks: [GlossaryEntry] = {
    var seen: Set<CheckID> = []
    return CheckCatalogue.all.map(\.info).filter { seen.insert($0.id).inserted }.map { check in
      GlossaryEntry(
        word: check.id.text, meaning: "\(check.title).", reference: check.reference, kind: "check")
    }
  }()
}

/// Looks which entries stand in a text, as whole words and without regard to case.
struct GlossarySearch {
  /// The words of the text in lower case, with the place of each.
  private var places: [String: [Int]] = [:]
  private let words: [String]

  init(_ text: String) {
    words = Self.split(text)
    for (index, word) in words.enumerated() { places[word, default: []].append(index) }
  }

  /// The place of the first word that an entry stands at; nil where it is not there.
  func place(of entry: GlossaryEntry) -> Int? {
    ([entry.word.lowercased()] + entry.aliases).compactMap(place).min()
  }

  private func place(_ term: String) -> Int? {
    let wanted = Self.split(term)
    guard let first = wanted.first else { return nil }
    return places[first]?.first { start in
      start + wanted.count <= words.count
        && words[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  /// Letters, digits and what joins a name: `session-known`, `access_token`, `__host-`.
  private static func split(_ text: String) -> [String] {
    text.lowercased().split { character in
      !(character.isLetter || character.isNumber || character == "-" || character == "_")
    }.map { word in
      // A dash at the end of a line or sentence is none of the word.
      word.last == "-" && !word.hasPrefix("__") ? String(word.dropLast()) : String(word)
    }
  }
}
