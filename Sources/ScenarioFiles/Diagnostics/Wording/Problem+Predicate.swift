import Trace

// Sentences about predicates and settings.
extension Problem {
  static let emptyPredicate = Problem(
    "predicate", "a predicate is missing here", hint: "subject operator value: status == 303")

  static func unknownSubject(_ word: String, among known: [String]) -> Problem {
    let hint = Nearest.word(to: word, among: known).map { "did you mean \($0)?" }
    return Problem(
      "unknown-subject", "\(Visible.text(word)) is nothing that can be asked of a step",
      hint: hint ?? "it can be: \(known.joined(separator: ", "))")
  }

  static func stepAlone(_ step: String) -> Problem {
    Problem(
      "predicate", "\(step) is a step; what of it?", hint: "say it behind a dot: \(step).status")
  }

  static func needsStep(_ subject: String) -> Problem {
    Problem(
      "predicate", "\(Visible.text(subject)) does not say of which step",
      hint: "put the step's id and a dot before it: replay.\(Visible.text(subject))")
  }

  static func sendsNothing(_ verb: Verb, _ subject: String) -> Problem {
    Problem(
      "predicate",
      "a \(verb.rawValue) step sends no message,"
        + " so there is no \(Visible.text(subject)) to ask for",
      hint: "ask a request or a deliver step, or a store")
  }

  static func needs(_ word: String, _ what: String) -> Problem {
    Problem("predicate", "\(Visible.text(word)) needs \(what) after it")
  }

  static func nothingMore(_ text: String) -> Problem {
    Problem("predicate", "nothing may follow here: \(Visible.text(text))", hint: "remove it")
  }

  static func unknownTable(
    _ table: String, in database: String, among known: [String]
  ) -> Problem {
    let hint = Nearest.word(to: table, among: known).map { "did you mean \($0)?" }
    return Problem(
      "unknown-table", "\(database) has no table \(Visible.text(table))",
      hint: hint
        ?? (known.isEmpty ? "no server uses it" : "it has: \(known.joined(separator: ", "))"))
  }

  static func severalTables(_ database: String, _ tables: [String]) -> Problem {
    Problem(
      "predicate", "\(database) has several tables: \(tables.joined(separator: ", "))",
      hint: "name one, as in \(database).\(tables.first ?? "sessions")")
  }

  static func repeatedStep(_ step: String) -> Problem {
    Problem(
      "predicate", "\(step) is a repeat, nothing can be asked of it",
      hint: "name one of its steps; the last round is meant")
  }

  static func badHeaderName(_ name: String) -> Problem {
    Problem("predicate", "\(Visible.text(name)) is no name of a header")
  }

  static func opaqueToken(_ kind: String) -> Problem {
    Problem(
      "predicate", "a value of the kind \(kind) has no header and no claims, only a size",
      hint: "the kinds that may be JWTs: access, id, jwt")
  }

  static func missingOperator(among known: [String]) -> Problem {
    Problem(
      "operator", "the predicate has no operator", hint: "one of \(known.joined(separator: " "))")
  }

  static func unknownOperator(_ word: String, among known: [String]) -> Problem {
    let slips = ["=": "==", "<>": "!=", "=<": "<=", "=>": ">=", "is": "==", "contains": "has"]
    let meant = slips[word] ?? Nearest.word(to: word, among: known)
    return Problem(
      "operator", "\(Visible.text(word)) is no operator",
      hint: meant.map { "did you mean \($0)?" } ?? "one of \(known.joined(separator: " "))")
  }

  static func notOutcome(_ word: String, among known: [String]) -> Problem {
    let hint = Nearest.word(to: word, among: known).map { "did you mean \($0)?" }
    return Problem(
      "operator", "\(Visible.text(word)) is no outcome of a check",
      hint: hint ?? "one of \(known.joined(separator: ", "))")
  }

  static let alwaysThere = Problem(
    "operator", "a count is always there", hint: "compare it with a number: == 0")

  static func wantsNumber(_ word: String) -> Problem {
    Problem(
      "operator", "\(word) looks into text, this is a number", hint: "one of == != < <= > >=")
  }

  static func notStatus(_ text: String) -> Problem {
    Problem("value", "\(Visible.text(text)) is no status of HTTP", hint: "a number from 100 to 599")
  }

  static func unknownAttribute(_ name: String, among known: [String]) -> Problem {
    let hint = Nearest.word(to: name, among: known).map { "did you mean \($0)?" }
    return Problem(
      "value", "\(Visible.text(name)) is no attribute of a cookie",
      hint: hint ?? "one of \(known.joined(separator: ", "))")
  }

  static func unknownSetting(_ key: String) -> Problem {
    Problem(
      "unknown-setting", "\(Visible.text(key)) cannot be set",
      hint: "defences.ID, stores.NAME.shared, servers.NAME.count and the like")
  }

  static func unknownLevel(_ level: String, of defence: String, among known: [String]) -> Problem {
    let hint = Nearest.word(to: level, among: known).map { "did you mean \($0)?" }
    return Problem(
      "unknown-level", "\(Visible.text(level)) is no level of \(defence)",
      hint: hint ?? "true, false, or one of \(known.joined(separator: ", "))")
  }

  static func settingWithoutValue(_ text: String) -> Problem {
    Problem(
      "setting", "\(Visible.text(text)) sets nothing", hint: "write defences.pkce=off")
  }
}
