/// The date of an Expires attribute, found the way browsers find it (RFC 6265bis 5.1.1): the tokens
/// may come in any order and nearly any spelling.
package struct CookieDate {
  private var time: (hour: Int64, minute: Int64, second: Int64)?
  private var day: Int64?
  private var month: Int64?
  private var year: Int64?

  /// Milliseconds since 1970-01-01 UTC; nil when the text names no date.
  package static func parse(_ text: some StringProtocol) -> Int64? {
    var date = CookieDate()
    for token in Array(text.utf8).split(whereSeparator: isDelimiter) { date.take(token) }
    return date.milliseconds
  }

  /// Each token means the first thing still missing that it could mean.
  private mutating func take(_ token: ArraySlice<UInt8>) {
    if time == nil, let found = Self.time(token) {
      time = found
    } else if day == nil, let found = Self.number(token, digits: 1...2) {
      day = found
    } else if month == nil, let found = Self.month(token) {
      month = found
    } else if year == nil, let found = Self.number(token, digits: 2...4) {
      year = found
    }
  }

  private var milliseconds: Int64? {
    guard let time, let day, let month, let year else { return nil }
    let century: Int64 = (70...99).contains(year) ? 1900 : (0...69).contains(year) ? 2000 : 0
    guard year + century >= 1601, time.hour <= 23, time.minute <= 59, time.second <= 59,
      let date = CivilDate(year: year + century, month: month, day: day)
    else { return nil }
    return (date.days * 86_400 + time.hour * 3600 + time.minute * 60 + time.second) * 1000
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x20...0x2F, 0x3B...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private static func time(
    _ token: ArraySlice<UInt8>
  ) -> (hour: Int64, minute: Int64, second: Int64)? {
    let parts = token.split(separator: UInt8(ascii: ":"), maxSplits: 2)
    guard parts.count == 3, parts[0].allSatisfy(ASCII.isDigit), parts[1].allSatisfy(ASCII.isDigit),
      let hour = number(parts[0], digits: 1...2), let minute = number(parts[1], digits: 1...2),
      let second = number(parts[2], digits: 1...2)
    else { return nil }
    return (hour, minute, second)
  }

  /// The number that a token begins with, when it has that many digits before the first non-digit.
  private static func number(
    _ token: ArraySlice<UInt8>, digits: ClosedRange<Int>
  ) -> Int64? {
    let leading = token.prefix(while: ASCII.isDigit)
    guard digits.contains(leading.count) else { return nil }
    return leading.reduce(0) { $0 * 10 + Int64($1 - 48) }
  }

  private static func month(_ token: ArraySlice<UInt8>) -> Int64? {
    let letters = token.prefix(3).map(ASCII.lower)
    let index = CivilDate.monthNames.firstIndex { $0.utf8.map(ASCII.lower) == letters }
    return index.map { Int64($0) + 1 }
  }
}
