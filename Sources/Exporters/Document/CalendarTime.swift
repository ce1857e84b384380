import Trace
import Wire

/// A point of virtual time as RFC 3339 writes it, in UTC, with milliseconds.
struct CalendarTime {
  let text: String

  init(_ instant: Instant) {
    let milliseconds = instant.milliseconds
    let days = Self.floor(milliseconds, 86_400_000)
    let rest = milliseconds - days * 86_400_000
    let date = CivilDate(days: days)
    let seconds = rest / 1000
    text =
      "\(Self.padded(Int64(date.year), 4))-\(Self.padded(Int64(date.month)))-"
      + "\(Self.padded(Int64(date.day)))T"
      + "\(Self.padded(seconds / 3600)):\(Self.padded(seconds / 60 % 60)):"
      + "\(Self.padded(seconds % 60)).\(Self.padded(rest % 1000, 3))Z"
  }

  private static func floor(_ value: Int64, _ size: Int64) -> Int64 {
    value >= 0 ? value / size : -((-value + size - 1) / size)
  }

  private static func padded(_ number: Int64, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
