import Tokens
import Wire

/// What a person means by the text that was typed for a value.
enum EditedValue {
  private static let times: Set<String> = ["exp", "nbf", "iat", "auth_time", "updated_at", "toe"]

  /// JSON as it stands; for a time, also a date or a distance from the clock; else a text. What
  /// begins as JSON and is none is a slip of the hand.
  static func value(
    _ typed: String, for name: String, now: Int
  ) throws(TokenEditError) -> JSONValue {
    do throws(JSONError) {
      return try JSONValue.parse(typed)
    } catch {
      if let first = typed.first, "\"{[".contains(first) {
        throw TokenEditError("Not JSON: \(error).")
      }
    }
    if times.contains(name), let seconds = Self.seconds(typed, now: now) {
      return .integer(seconds)
    }
    return .string(typed)
  }

  /// `+15m`, `-1h`, `now`, `1767225600`, `2026-01-01`, `2026-01-01T00:15:00Z`.
  static func seconds(_ typed: String, now: Int) -> Int? {
    let text = typed.trimmed
    if text == "now" { return now }
    if text.utf8.count <= 15, let number = Int(text), text.first?.isNumber ?? false {
      return number
    }
    if let span = distance(text) { return now + span }
    return date(text)
  }

  /// A sign, a number and a unit; without a unit, seconds.
  private static func distance(_ text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    let body = text.dropFirst().filter { $0 != " " }
    let unit = body.last.flatMap { units[$0] }
    let digits = unit == nil ? body[...] : body.dropLast()
    guard digits.utf8.count <= 9, let number = Int(digits), number >= 0 else { return nil }
    return (sign == "-" ? -1 : 1) * number * (unit ?? 1)
  }

  /// RFC 3339 in UTC, the time left out or whole.
  private static func date(_ text: String) -> Int? {
    let numbers = text.split { "-T: ".contains($0) }.map(String.init)
    guard numbers.count == 3 || numbers.count == 6 else { return nil }
    var fields = numbers
    if fields.count == 6, fields[5].last == "Z" { fields[5].removeLast() }
    let values = fields.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
    guard values.count == fields.count, (1...12).contains(values[1]), (1...31).contains(values[2])
    else { return nil }
    let time = values.count == 6 ? values[3] * 3600 + values[4] * 60 + values[5] : 0
    return days(values[0], values[1], values[2]) * 86_400 + time
  }

  /// Days since 1970-01-01 in the Gregorian calendar, years counted from March.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }
}

extension String {
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The items of a list with commas or blanks between, brackets forgiven.
  var items: [String] {
    split { $0 == "," || $0.isWhitespace || $0 == "[" || $0 == "]" || $0 == "\"" }.map(String.init)
  }
}
