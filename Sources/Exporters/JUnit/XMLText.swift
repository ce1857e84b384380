/// Text as XML 1.0 may hold it: markup escaped, and what the standard forbids or what would mislead
/// a reader of the file (control characters, bidirectional overrides) in visible form (XML 2.2).
enum XMLText {
  static func content(_ text: String) -> String { escaped(text, isAttribute: false) }

  /// For between double quotes; tabs and line breaks would be read as spaces, so they are named.
  static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"" where isAttribute: out += "&quot;"
      case "\t", "\n":
        if isAttribute { out += "&#\(scalar.value);" } else { out.unicodeScalars.append(scalar) }
      case let scalar where isHidden(scalar):
        out += "\\u{\(String(scalar.value, radix: 16))}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C: true
    default: false
    }
  }
}
