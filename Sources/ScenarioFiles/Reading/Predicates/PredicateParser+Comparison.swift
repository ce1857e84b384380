import Ledger
import Simulation
import Trace

extension PredicateParser {
  private static let operators = [
    "==", "!=", "<", "<=", ">", ">=", "has", "lacks", "absent", "present",
  ]
  private static let outcomes = CheckWord.allCases.map(\.rawValue)

  func comparison(_ line: inout Line, of field: Field) throws(Misread) -> Comparison {
    guard let word = line.next() else {
      let known = field.answers == .outcome ? Self.outcomes : Self.operators
      throw Misread(.missingOperator(among: known), line.range)
    }
    if field.answers == .outcome { return try outcome(word, &line) }
    guard Self.operators.contains(word.text) else {
      throw Misread(.unknownOperator(word.text, among: Self.operators), word.range)
    }
    if word.text == "absent" || word.text == "present" {
      return try presence(word, &line, of: field)
    }
    if field.answers == .number, word.text == "has" || word.text == "lacks" {
      throw Misread(.wantsNumber(word.text), word.range)
    }
    guard let value = line.rest() else {
      throw Misread(.needs(word.text, "a value"), word.range)
    }
    try check(value, for: field, word)
    return try comparison(word, value)
  }

  private func outcome(_ word: Line.Word, _ line: inout Line) throws(Misread) -> Comparison {
    guard let outcome = CheckWord(rawValue: word.text) else {
      throw Misread(.notOutcome(word.text, among: Self.outcomes), word.range)
    }
    if let more = line.rest() { throw Misread(.nothingMore(more.text), more.range) }
    return .outcome(outcome)
  }

  private func presence(
    _ word: Line.Word, _ line: inout Line, of field: Field
  ) throws(Misread) -> Comparison {
    if let more = line.rest() { throw Misread(.nothingMore(more.text), more.range) }
    guard !field.isAlwaysThere else { throw Misread(.alwaysThere, word.range) }
    return word.text == "absent" ? .absent : .present
  }

  private func comparison(
    _ word: Line.Word, _ value: Line.Word
  ) throws(Misread) -> Comparison {
    let text = Self.unquoted(value.text)
    switch word.text {
    case "==": return .equals(text)
    case "!=": return .differs(text)
    case "has": return .has(text)
    case "lacks": return .lacks(text)
    default: break
    }
    guard let number = Int64(text) else {
      throw Misread(.expected("a whole number", found: text), value.range)
    }
    switch word.text {
    case "<": return .less(number)
    case "<=": return .atMost(number)
    case ">": return .more(number)
    default: return .atLeast(number)
    }
  }

  /// Double quotes around a whole value let it be empty, or keep its spaces.
  private static func unquoted(_ text: String) -> String {
    let isQuoted = text.utf8.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"")
    return isQuoted ? String(text.dropFirst().dropLast()) : text
  }

  /// The code of a choice, as `==` or a check's outcome would have it.
  func check(choice: Line.Word, of field: Field) throws(Misread) {
    guard field.answers == .outcome else {
      return try check(choice, for: field, Line.Word(text: "==", range: choice.range))
    }
    guard CheckWord(rawValue: choice.text) != nil else {
      throw Misread(.notOutcome(choice.text, among: Self.outcomes), choice.range)
    }
  }

  /// Values that no run can ever have are mistakes.
  private func check(
    _ value: Line.Word, for field: Field, _ word: Line.Word
  ) throws(Misread) {
    switch field {
    case .status, .tokenStatus:
      guard let status = Int(value.text), (100...599).contains(status) else {
        throw Misread(.notStatus(value.text), value.range)
      }
    case .servedBy: try checkInstance(value)
    case .cookie where word.text == "has" || word.text == "lacks":
      try checkAttribute(value)
    case .hops, .storeCount, .cost, .token(_, .size):
      guard let number = Int64(value.text), String(number) == value.text else {
        throw Misread(.expected("a whole number", found: value.text), value.range)
      }
    case .location, .error, .tokenError, .header, .cookie, .jar, .storage, .body, .json, .row,
      .check,
      .token:
      break
    }
  }

  private func checkInstance(_ value: Line.Word) throws(Misread) {
    let name = value.split(at: "#")?.0 ?? value
    guard names.serverNames.contains(name.text) else {
      throw Misread(.unknownName(name.text, "server", among: names.serverNames), name.range)
    }
    guard let (_, number) = value.split(at: "#") else { return }
    guard let instance = Int(number.text), ServerGrammar.counts.contains(instance) else {
      throw Misread(.expected("the number of an instance", found: number.text), number.range)
    }
  }

  private static let attributes = [
    "HttpOnly", "Secure", "SameSite", "Path", "Domain", "Max-Age", "Expires", "Partitioned",
  ]

  private func checkAttribute(_ value: Line.Word) throws(Misread) {
    let name = value.split(at: "=")?.0 ?? value
    let isKnown = Self.attributes.contains { $0.lowercased() == name.text.lowercased() }
    guard isKnown else {
      throw Misread(.unknownAttribute(name.text, among: Self.attributes), name.range)
    }
  }
}

extension Field {
  enum Answer {
    case text, number, outcome
  }

  var answers: Answer {
    switch self {
    case .status, .tokenStatus, .hops, .storeCount, .cost, .token(_, .size): .number
    case .check: .outcome
    case .location, .error, .tokenError, .servedBy, .header, .cookie, .jar, .storage, .body,
      .json, .row,
      .token(_, .header), .token(_, .claim):
      .text
    }
  }

  /// Counts are there whatever happens, so that asking for their presence asks nothing.
  var isAlwaysThere: Bool {
    switch self {
    case .hops, .storeCount, .cost: true
    case .status, .tokenStatus, .location, .error, .tokenError, .servedBy, .header, .cookie, .jar,
      .storage,
      .body, .json, .row, .check, .token:
      false
    }
  }
}
