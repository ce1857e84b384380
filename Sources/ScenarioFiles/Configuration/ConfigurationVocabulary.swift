/// The words that a configuration file may use, and what only the table of keys can say of them.
package struct ConfigurationVocabulary: Sendable {
  /// Something that is wrong with the keys as a whole.
  package struct Clash: Sendable {
    /// The entry that is at fault, and which of its keys; nil: all of it.
    package let entry: Int
    package let key: Int?
    /// `key-taken`, `no-way-out`.
    package let code: String
    package let words: String
    package let hint: String

    package init(entry: Int, key: Int?, code: String, words: String, hint: String) {
      self.entry = entry
      self.key = key
      self.code = code
      self.words = words
      self.hint = hint
    }
  }

  package var themes: [String]
  package var copyWays: [String]
  package var secrets: [String]
  package var footers: [String]
  package var depths: ClosedRange<Int>
  /// The places of the screen, each with the commands that mean something there.
  package var contexts: [(name: String, commands: [String])]
  /// Whether a key is called so.
  package var isKey: @Sendable (String) -> Bool
  /// What is wrong with these entries together; the first of it is enough.
  package var clash: @Sendable ([Configuration.Keys]) -> Clash?

  package init(
    themes: [String], copyWays: [String], secrets: [String], footers: [String],
    depths: ClosedRange<Int>, contexts: [(name: String, commands: [String])],
    isKey: @escaping @Sendable (String) -> Bool,
    clash: @escaping @Sendable ([Configuration.Keys]) -> Clash?
  ) {
    self.themes = themes
    self.copyWays = copyWays
    self.secrets = secrets
    self.footers = footers
    self.depths = depths
    self.contexts = contexts
    self.isKey = isKey
    self.clash = clash
  }

  var contextNames: [String] { contexts.map(\.name) }

  /// The commands of a place, or all of them.
  func commands(in context: String?) -> [String] {
    let places = contexts.filter { context == nil || $0.name == context }
    var seen: Set<String> = []
    return places.flatMap(\.commands).filter { seen.insert($0).inserted }
  }
}
