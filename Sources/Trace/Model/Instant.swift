/// A point of virtual time, in milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Sendable, Comparable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Whole seconds, as the NumericDate of a JWT counts them (RFC 7519 2).
  package var seconds: Int64 { milliseconds / 1000 }

  package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  package func advanced(by span: TimeSpan) -> Instant {
    Instant(milliseconds: milliseconds + span.milliseconds)
  }

  package func since(_ earlier: Instant) -> TimeSpan {
    TimeSpan(milliseconds: milliseconds - earlier.milliseconds)
  }
}

/// A length of virtual time, in milliseconds.
package struct TimeSpan: Hashable, Sendable, Comparable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }
  package init(seconds: Int64) { milliseconds = seconds * 1000 }

  package var seconds: Int64 { milliseconds / 1000 }

  package static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.milliseconds < b.milliseconds }

  /// `90s`, `15m`, `12h`, `30d`: a whole number and one unit; nil for anything else.
  package init?(_ text: some StringProtocol) {
    guard let unit = text.last, let number = Int64(text.dropLast()), number >= 0,
      number <= 1_000_000
    else { return nil }
    switch unit {
    case "s": self.init(seconds: number)
    case "m": self.init(seconds: number * 60)
    case "h": self.init(seconds: number * 3600)
    case "d": self.init(seconds: number * 86400)
    default: return nil
    }
  }

  /// The two largest units: `41s`, `14m19s`, `1h`, `30d`.
  package var text: String {
    let total = milliseconds < 0 ? -seconds : seconds
    let parts = [
      (total / 86400, "d"), (total % 86400 / 3600, "h"), (total % 3600 / 60, "m"),
      (total % 60, "s"),
    ]
    let shown = parts.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
    let body = shown.isEmpty ? "0s" : shown.map { "\($0.0)\($0.1)" }.joined()
    return milliseconds < 0 ? "-" + body : body
  }
}
