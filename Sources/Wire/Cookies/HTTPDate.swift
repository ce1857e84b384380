/// Dates as HTTP writes them (RFC 9110 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
package enum HTTPDate {
  /// Milliseconds since 1970-01-01 UTC; what is smaller than a second is cut off.
  package static func text(_ milliseconds: Int64) -> String {
    let millisecondsADay: Int64 = 86_400_000
    let rest = milliseconds % millisecondsADay
    let inDay = rest < 0 ? rest + millisecondsADay : rest
    let days = (milliseconds - inDay) / millisecondsADay
    let date = CivilDate(days: days)
    let weekday = CivilDate.weekdayNames[Int((days % 7 + 7) % 7)]
    let seconds = inDay / 1000
    return [
      "\(weekday), \(padded(date.day))", CivilDate.monthNames[Int(date.month) - 1],
      padded(date.year, to: 4),
      "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))", "GMT",
    ].joined(separator: " ")
  }

  private static func padded(_ value: Int64, to width: Int = 2) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
