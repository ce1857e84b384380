import Ledger
import Simulation
import Trace

/// The one grammar of settings: in variants, in `set` steps, after `--set`.
struct SettingParser {
  let names: Names
  let vocabulary: Vocabulary

  /// What is wrong, in the key or in the value.
  enum Fault: Error {
    case key(Misread)
    case value(Problem)
  }

  func parse(_ key: String, _ value: String) throws(Fault) -> Setting {
    var parts: [Line.Word] = []
    var rest = Line.Word(text: key, range: 0..<key.utf8.count)
    while let (head, tail) = rest.split(at: ".") {
      parts.append(head)
      rest = tail
    }
    parts.append(rest)
    switch (parts[0].text, parts.count) {
    case ("defences", 2): return try defence(parts[1], value)
    case ("stores", 3): return try store(parts[1], parts[2], value)
    case ("servers", 3): return try server(parts[1], parts[2], value)
    default: throw .key(Misread(.unknownSetting(key), 0..<key.utf8.count))
    }
  }

  /// A level as a scenario writes it; true is the strictest, false is none.
  static func level(
    _ text: String, of defence: Vocabulary.Defence
  ) throws(Problem) -> String {
    if defence.levels.contains(text) { return text }
    if text == "true", let strictest = defence.levels.last { return strictest }
    if text == "false", let none = defence.levels.first { return none }
    throw .unknownLevel(text, of: defence.id.text, among: defence.levels)
  }

  private func defence(_ word: Line.Word, _ value: String) throws(Fault) -> Setting {
    guard let defence = vocabulary.defence(named: word.text) else {
      let known = vocabulary.defences.map(\.id.text)
      throw .key(Misread(.unknownName(word.text, "defence", among: known), word.range))
    }
    do {
      return .defence(defence.id, level: try Self.level(value, of: defence))
    } catch {
      throw .value(error)
    }
  }

  private func store(
    _ name: Line.Word, _ key: Line.Word, _ value: String
  ) throws(Fault) -> Setting {
    guard names.stores.contains(name.text) else {
      throw .key(Misread(.unknownName(name.text, "store", among: names.stores), name.range))
    }
    guard key.text == "shared" else {
      throw .key(Misread(.unknownKey(key.text, among: ["shared"]), key.range))
    }
    switch value {
    case "true": return .storeShared(name.text, true)
    case "false": return .storeShared(name.text, false)
    default: throw .value(.expected("true or false", found: value))
    }
  }

  private static let serverKeys =
    [
      "count", "balance", "algorithm", "tokens", "verify", "condition", "encryption", "extensions",
      "tls", "sessions", "transaction-cookie", "response-mode", "groups",
    ] + ServerSpan.allCases.map(\.rawValue)

  private func server(
    _ name: Line.Word, _ key: Line.Word, _ value: String
  ) throws(Fault) -> Setting {
    guard names.serverNames.contains(name.text) else {
      throw .key(
        Misread(.unknownName(name.text, "server", among: names.serverNames), name.range))
    }
    if let span = ServerSpan(rawValue: key.text) {
      guard let length = TimeSpan(value) else { throw .value(.notDuration(value)) }
      return .span(name.text, span, length)
    }
    switch key.text {
    case "count": return .serverCount(name.text, try number(value, in: ServerGrammar.counts))
    case "balance": return .balance(name.text, try word(value))
    case "algorithm":
      guard ServerGrammar.algorithms.contains(value) else {
        throw .value(.unknownWord(value, among: ServerGrammar.algorithms))
      }
      return .algorithm(name.text, value)
    case "tokens": return .tokens(name.text, try word(value))
    case "verify": return .verify(name.text, try word(value))
    case "condition": return .condition(name.text, try word(value))
    case "encryption": return .encryption(name.text, try word(value))
    case "extensions": return .extensions(name.text, try extensions(value))
    case "tls": return .deployment(name.text, .tls(try word(value)))
    case "sessions": return .deployment(name.text, .sessions(try word(value)))
    case "transaction-cookie": return .deployment(name.text, .transactionSite(try word(value)))
    case "response-mode": return .deployment(name.text, .responseMode(try word(value)))
    case "groups":
      return .deployment(name.text, .groups(try number(value, in: ServerGrammar.groups)))
    default:
      throw .key(Misread(.unknownKey(key.text, among: Self.serverKeys), key.range))
    }
  }

  private func word<Word>(_ value: String) throws(Fault) -> Word
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    guard let word = Word(rawValue: value) else {
      throw .value(.unknownWord(value, among: Word.allCases.map(\.rawValue)))
    }
    return word
  }

  /// One name, several with commas between, or none.
  private func extensions(_ value: String) throws(Fault) -> [String] {
    if value == "none" { return [] }
    let names = value.split(separator: ",").map(String.init)
    for name in names where !ServerGrammar.extensions.contains(name) {
      throw .value(.unknownWord(name, among: ServerGrammar.extensions))
    }
    return names
  }

  private func number(_ value: String, in range: ClosedRange<Int>) throws(Fault) -> Int {
    guard let number = Int(value) else {
      throw .value(.expected("a whole number", found: value))
    }
    guard range.contains(number) else { throw .value(.outOfRange(number, range)) }
    return number
  }
}

extension Codec where Value == [Setting] {
  /// `defences.pkce: required`
  static let settings = Codec(.settings) { node, reading in
    let entries = Codec<[NamedEntry<String>]>.entries(.text).read(node, reading)
    return entries?.allOrNil { setting($0, reading) }
  }

  private static func setting(
    _ entry: NamedEntry<String>, _ reading: Reading
  ) -> Setting? {
    let parser = SettingParser(names: reading.names, vocabulary: reading.vocabulary)
    do throws(SettingParser.Fault) {
      return try parser.parse(entry.key.text, entry.value)
    } catch {
      switch error {
      case .key(let misread): reading.say(misread, in: entry.key)
      case .value(let problem): reading.say(problem, entry.node)
      }
      return nil
    }
  }
}

extension Setting {
  /// Reads `defences.pkce=off`, as it stands behind `--set`.
  package static func parse(
    _ text: String, in scenario: Scenario, _ vocabulary: Vocabulary
  ) throws(Problem) -> Setting {
    let word = Line.Word(text: text, range: 0..<text.utf8.count)
    guard let (key, value) = word.split(at: "=") else { throw .settingWithoutValue(text) }
    let parser = SettingParser(names: Names(of: scenario), vocabulary: vocabulary)
    do {
      return try parser.parse(key.text, value.text)
    } catch {
      switch error {
      case .key(let misread): throw misread.problem
      case .value(let problem): throw problem
      }
    }
  }
}
