/// A span of time as options name it: `90`, `90s`, `15m`, `1h30m`, `7d`.
enum TimeSpan {
  /// A thousand years, so that sums with a moment stay far from overflow.
  private static let longest = 31_557_600_000

  /// Nil when the text is none.
  static func seconds(_ text: String) -> Int? {
    if let plain = whole(text) { return plain }
    var total = 0
    var digits = ""
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        digits.unicodeScalars.append(Unicode.Scalar(byte))
        continue
      }
      guard let unit = length(of: byte), let count = whole(digits) else { return nil }
      let (part, overflow) = count.multipliedReportingOverflow(by: unit)
      guard !overflow, part <= longest, total + part <= longest else { return nil }
      total += part
      digits = ""
    }
    return digits.isEmpty && !text.isEmpty ? total : nil
  }

  private static func whole(_ digits: String) -> Int? {
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
      number <= longest
    else { return nil }
    return number
  }

  private static func length(of unit: UInt8) -> Int? {
    switch unit {
    case UInt8(ascii: "s"): 1
    case UInt8(ascii: "m"): 60
    case UInt8(ascii: "h"): 3600
    case UInt8(ascii: "d"): 86_400
    case UInt8(ascii: "w"): 604_800
    case UInt8(ascii: "y"): 31_557_600
    default: nil
    }
  }
}
