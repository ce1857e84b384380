/// The keys of a configuration file.
struct ConfigurationGrammar {
  private let vocabulary: ConfigurationVocabulary

  init(_ vocabulary: ConfigurationVocabulary) { self.vocabulary = vocabulary }

  var table: Table<Configuration> {
    Table([
      .optional("theme", .one(of: vocabulary.themes), "the colours") { $0.theme = $1 },
      .optional("ascii", .boolean, "true: draw with ASCII only") { $0.ascii = $1 },
      .optional("mouse", .boolean, "false: leave the mouse to the terminal") { $0.mouse = $1 },
      .optional("copy", .one(of: vocabulary.copyWays), "how a text is copied") { $0.copy = $1 },
      .optional("secrets", .one(of: vocabulary.secrets), "how secrets are shown first") {
        $0.secrets = $1
      },
      .optional("footer", .one(of: vocabulary.footers), "how many keys the last line names") {
        $0.footer = $1
      },
      .optional("depth", .integer(vocabulary.depths), "how much is explained at first") {
        $0.depth = $1
      },
      .optional("keys", keys, "commands and their keys") { $0.keys = $1 },
    ])
  }

  /// `command: key`, `command: [key, key]`, or a place of the screen with such entries.
  private var keys: Codec<[Configuration.Keys]> {
    let vocabulary = vocabulary
    return Codec(.anything) { node, reading in
      guard let entries = node.entries else {
        reading.say(.expected("a mapping of commands and their keys", found: node.kind), node)
        return nil
      }
      return entries.flatMap { Self.read($0, vocabulary, reading) }
    }
  }

  private static func read(
    _ entry: Node.Entry, _ vocabulary: ConfigurationVocabulary, _ reading: Reading
  ) -> [Configuration.Keys] {
    guard let inner = entry.value.entries else {
      return keys(of: entry, in: nil, vocabulary, reading).map { [$0] } ?? []
    }
    let context = entry.key.text
    guard vocabulary.contextNames.contains(context) else {
      reading.say(
        .unknownName(context, "place", among: vocabulary.contextNames), entry.key.range)
      return []
    }
    return inner.compactMap { keys(of: $0, in: context, vocabulary, reading) }
  }

  private static func keys(
    of entry: Node.Entry, in context: String?, _ vocabulary: ConfigurationVocabulary,
    _ reading: Reading
  ) -> Configuration.Keys? {
    let command = entry.key.text
    guard vocabulary.commands(in: context).contains(command) else {
      reading.say(unknown(command, in: context, vocabulary), entry.key.range)
      return nil
    }
    let nodes = entry.value.items ?? [entry.value]
    let names = nodes.allOrNil { key($0, vocabulary, reading) }
    return names.map { names in
      Configuration.Keys(
        command: command, context: context, keys: names, place: entry.key.range,
        keyPlaces: nodes.map(\.headline))
    }
  }

  private static func unknown(
    _ command: String, in context: String?, _ vocabulary: ConfigurationVocabulary
  ) -> Problem {
    let elsewhere = vocabulary.contexts.filter { $0.commands.contains(command) }.map(\.name)
    if let context, !elsewhere.isEmpty {
      return .commandElsewhere(command, in: context, places: elsewhere)
    }
    return .unknownCommand(command, among: vocabulary.commands(in: context))
  }

  private static func key(
    _ node: Node, _ vocabulary: ConfigurationVocabulary, _ reading: Reading
  ) -> String? {
    guard let text = node.text, !node.isNull else {
      reading.say(.expected("a key, a list of keys, or [] for none", found: node.kind), node)
      return nil
    }
    if vocabulary.isKey(text) { return text }
    reading.say(.unknownKeyName(text), node)
    return nil
  }
}

extension Codec where Value == String {
  /// One of some words.
  fileprivate static func one(of words: [String]) -> Codec {
    Codec(.words(words)) { node, reading in
      if let text = node.text, words.contains(text) { return text }
      reading.say(.unknownWord(node.text ?? node.kind, among: words), node)
      return nil
    }
  }
}
