/// A word of authentication and what it means, in one or two plain sentences.
package struct Term: Hashable, Sendable {
  package let word: String
  /// Other ways to write it, in lower case.
  package let aliases: [String]
  package let meaning: String
  /// The section that defines it; empty where none does.
  package let reference: String

  init(_ word: String, _ meaning: String, _ reference: String = "", aliases: [String] = []) {
    self.word = word
    self.aliases = aliases
    self.meaning = meaning
    self.reference = reference
  }
}

/// The words that the lessons use.
package enum Glossary {
  /// In the order in which a reader meets them.
  package static let terms: [Term] = sessions + tokens + oauth + attacks + web + more

  private static let byWord: [String: Term] = Dictionary(
    (terms + fields).flatMap { term in ([term.word.lowercased()] + term.aliases).map { ($0, term) }
    },
    uniquingKeysWith: { first, _ in first })

  /// Those, then the names that stand in messages and tokens.
  package static let all: [Term] = terms + fields

  /// The term of a word in any case; nil for a word that is not in the glossary.
  package static func term(_ word: String) -> Term? { byWord[word.lowercased()] }
}
