// Sentences about keys, types and names.
extension Problem {
  private static func meant(_ word: String, among known: some Sequence<String>) -> String? {
    Nearest.word(to: word, among: known).map { "did you mean \(Visible.text($0))?" }
  }

  private static func list(_ words: [String]) -> String {
    words.map { Visible.text($0) }.joined(separator: ", ")
  }

  static func expected(_ what: String, found: String) -> Problem {
    Problem("type", "expected \(what), found \(Visible.text(found))")
  }

  static func unknownKey(_ key: String, among known: [String]) -> Problem {
    let hint = meant(key, among: known) ?? "known here: \(list(known))"
    return Problem("unknown-key", "\(Visible.text(key)) is no key here", hint: hint)
  }

  static func missingKey(_ key: String, for words: String) -> Problem {
    Problem("missing-key", "\(key) is missing", hint: "\(key): \(words)")
  }

  static func outOfRange(_ number: Int, _ range: ClosedRange<Int>) -> Problem {
    Problem(
      "range", "\(number) is not between \(range.lowerBound) and \(range.upperBound)")
  }

  static func notDuration(_ text: String) -> Problem {
    Problem(
      "duration", "\(Visible.text(text)) is no length of time",
      hint: "a whole number and a unit: 30s, 15m, 12h, 30d")
  }

  static func unknownWord(_ word: String, among words: [String]) -> Problem {
    Problem(
      "unknown-word", "\(Visible.text(word)) is not one of \(list(words))",
      hint: meant(word, among: words))
  }

  static func badName(_ name: String, _ what: String) -> Problem {
    Problem(
      "name", "\(Visible.text(name)) is no name for a \(what)",
      hint: "a letter, then letters, digits, hyphens and underscores")
  }

  static func badScenarioID(_ id: String) -> Problem {
    Problem(
      "name", "\(Visible.text(id)) is no id for a scenario", hint: "group/name, as session/login")
  }

  static func unknownName(_ name: String, _ what: String, among known: [String]) -> Problem {
    let others = known.isEmpty ? "none is declared" : "there are: \(list(known))"
    return Problem(
      "unknown-\(what)", "no \(what) is called \(Visible.text(name))",
      hint: meant(name, among: known) ?? others)
  }

  /// Whether it says that a part of the world is not there.
  var isAboutWorldName: Bool {
    let parts = ["user", "store", "server", "client", "table", "attacker", "host"]
    return parts.contains { code == "unknown-\($0)" } || code == "attacker" || code == "role"
  }

  static func duplicateName(_ name: String, _ what: String, firstLine: Int) -> Problem {
    Problem(
      "duplicate-\(what)",
      "\(Visible.text(name)) is the name of another \(what), on line \(firstLine)",
      hint: "give each \(what) a name of its own")
  }

  static func notURL(_ text: String) -> Problem {
    Problem(
      "url", "\(Visible.text(text)) is no absolute URL",
      hint: "write it out: https://app.test/login")
  }

  static func notOrigin(_ text: String) -> Problem {
    Problem(
      "url", "\(Visible.text(text)) is no origin",
      hint: "scheme and host without a path: https://app.test")
  }
}
