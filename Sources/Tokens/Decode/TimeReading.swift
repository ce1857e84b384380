import Wire

/// A time claim as a reader understands it.
package struct TimeReading: Hashable, Sendable {
  /// The unit that the number was written in: only seconds are right (RFC 7519 2).
  package enum Unit: Int64, Hashable, Sendable {
    case seconds = 1
    case milliseconds = 1000
    case microseconds = 1_000_000
    case nanoseconds = 1_000_000_000

    package var name: String { "\(self)" }
  }

  /// Whole seconds since 1970.
  package let seconds: Int64
  package let unit: Unit

  /// Nil when the value is no number, or one that no date can be.
  package init?(_ value: JSONValue) {
    guard let number = value.number else { return nil }
    let whole = number.integer ?? number.double.flatMap { Int64(exactly: $0.rounded(.down)) }
    guard let whole else { return nil }
    unit = Self.unit(of: whole)
    seconds = whole / unit.rawValue
  }

  /// Seconds reach the year 5138 here, milliseconds begin in 1973: no plausible token is misread.
  private static func unit(of number: Int64) -> Unit {
    switch number.magnitude {
    case ..<100_000_000_000: .seconds
    case ..<100_000_000_000_000: .milliseconds
    case ..<100_000_000_000_000_000: .microseconds
    default: .nanoseconds
    }
  }

  /// The moment in UTC, or in a zone of that many minutes east of Greenwich.
  package func text(offset: Int = 0) -> String {
    CalendarDate(secondsSince1970: seconds, offset: offset).text
  }

  /// "in 15 min", "2 d ago", as seen from `now`.
  package func relative(to now: Int) -> String {
    let (distance, overflow) = seconds.subtractingReportingOverflow(Int64(now))
    guard !overflow, distance != 0 else { return overflow ? "never" : "now" }
    let text = Self.duration(distance.magnitude)
    return distance > 0 ? "in \(text)" : "\(text) ago"
  }

  /// The two largest units of a duration: "1 h 5 min".
  package static func duration(_ seconds: UInt64) -> String {
    let units: [(UInt64, String)] = [
      (31_557_600, "y"), (86_400, "d"), (3600, "h"), (60, "min"), (1, "s"),
    ]
    var rest = seconds
    var parts: [String] = []
    for (size, name) in units where rest >= size && parts.count < 2 {
      parts.append("\(rest / size) \(name)")
      rest %= size
    }
    return parts.isEmpty ? "0 s" : parts.joined(separator: " ")
  }
}
