import Wire

/// Times as HARs write them (ISO 8601): `2026-05-04T10:11:12.345Z`, `2026-05-04T12:11:12.345+02:00`.
enum HARTime {
  /// Milliseconds since 1970; nil for anything else.
  static func parse(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 19, bytes.count <= 40, bytes[4] == 45, bytes[7] == 45,
      bytes[10] | 32 == UInt8(ascii: "t") || bytes[10] == 32, bytes[13] == 58, bytes[16] == 58,
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]), hour < 25,
      let minute = number(bytes[14..<16]), minute < 60, let second = number(bytes[17..<19]),
      second < 61, let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    var rest = bytes[19...]
    var fraction: Int64 = 0
    if rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") {
      let digits = rest.dropFirst().prefix { $0 >= 48 && $0 <= 57 }
      guard let value = number(Array((digits + [48, 48, 48]).prefix(3))[...]) else { return nil }
      fraction = value
      rest = rest.dropFirst(1 + digits.count)
    }
    guard let zone = zone(rest) else { return nil }
    let minutes = date.days * 1440 + hour * 60 + minute - zone
    return (minutes * 60 + second) * 1000 + fraction
  }

  /// Minutes east of Greenwich; none said means none.
  private static func zone(_ text: ArraySlice<UInt8>) -> Int64? {
    guard let sign = text.first else { return 0 }
    if sign | 32 == UInt8(ascii: "z") { return text.count == 1 ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let digits = text.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 4, let hours = number(digits[0..<2]), let minutes = number(digits[2..<4])
    else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    var value: Int64 = 0
    for digit in digits {
      guard digit >= 48, digit <= 57 else { return nil }
      value = value * 10 + Int64(digit - 48)
    }
    return value
  }
}
