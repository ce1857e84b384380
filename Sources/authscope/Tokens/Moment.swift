import Wire

/// A moment as options name it: seconds since 1970, a date of RFC 3339, or a span from now.
enum Moment {
  static let forms =
    "seconds since 1970 (1700000000), a date (2023-11-14, 2023-11-14T22:13:20Z), now, or a span "
    + "from now (+15m, -2d)"

  /// Nil when the text is none. A time of day without a zone is in UTC.
  static func seconds(_ text: String, now: Int) -> Int? {
    if text == "now" { return now }
    let rest = String(text.dropFirst())
    if text.hasPrefix("+") { return TimeSpan.seconds(rest).map { now + $0 } }
    if text.hasPrefix("-") { return TimeSpan.seconds(rest).map { now - $0 } }
    if text.utf8.allSatisfy(isDigit) { return TimeSpan.seconds(text) }
    return date(Array(text.utf8))
  }

  /// RFC 3339 5.6, the time of day optional.
  private static func date(_ text: [UInt8]) -> Int? {
    guard text.count >= 10, text[4] == dash, text[7] == dash,
      let year = number(text[0..<4]), let month = number(text[5..<7]),
      let day = number(text[8..<10]),
      let date = CivilDate(year: Int64(year), month: Int64(month), day: Int64(day))
    else { return nil }
    let midnight = Int(date.days) * 86_400
    guard text.count > 10 else { return midnight }
    guard [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(text[10]) else {
      return nil
    }
    return timeOfDay(text[11...]).map { midnight + $0 }
  }

  /// `22:13`, `22:13:20`, `22:13:20.5Z`, `23:13:20+01:00`, in seconds of the day in UTC.
  private static func timeOfDay(_ text: ArraySlice<UInt8>) -> Int? {
    let clock = text.prefix { isDigit($0) || $0 == colon || $0 == UInt8(ascii: ".") }
    let fields = clock.split(separator: colon, omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count), fields.prefix(2).allSatisfy({ $0.count == 2 }),
      let hour = number(fields[0]), hour < 24, let minute = number(fields[1]), minute < 60,
      let offset = zone(text[clock.endIndex...])
    else { return nil }
    guard fields.count == 3 else { return (hour * 60 + minute - offset) * 60 }
    let parts = fields[2].split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0].count == 2, let second = number(parts[0]), second <= 60,
      parts.count == 1 || number(parts[1]) != nil
    else { return nil }
    return (hour * 60 + minute - offset) * 60 + second
  }

  /// Minutes east of Greenwich.
  private static func zone(_ text: ArraySlice<UInt8>) -> Int? {
    guard let sign = text.first else { return 0 }
    if text.count == 1, sign | 32 == UInt8(ascii: "z") { return 0 }
    let fields = text.dropFirst().split(separator: colon, omittingEmptySubsequences: false)
    guard sign == UInt8(ascii: "+") || sign == dash, fields.count == 2,
      fields.allSatisfy({ $0.count == 2 }), let hours = number(fields[0]), hours < 24,
      let minutes = number(fields[1]), minutes < 60
    else { return nil }
    return (sign == dash ? -1 : 1) * (hours * 60 + minutes)
  }

  private static let dash = UInt8(ascii: "-")
  private static let colon = UInt8(ascii: ":")

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
