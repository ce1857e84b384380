import CellUI
import Wire

/// Text of strangers on its way to a terminal, which must not act on it (CWE-150).
enum Shown {
  /// One line: whatever a terminal would act on or hide becomes its code.
  static func text(_ text: String) -> String { Sanitizer.visible(text) }

  /// Several lines, whose breaks are ours.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Sanitizer.visible(String($0)) }.joined(separator: "\n")
  }

  /// The same value as JSON in which nothing can reach the terminal but printable text: JSON may
  /// write every character of a string as `\uXXXX` (RFC 8259 7).
  static func json(_ value: JSONValue, isPretty: Bool = true) -> String {
    let text = isPretty ? value.prettyText(indent: 2) : value.text()
    if text.utf8.allSatisfy({ $0 < 0x7F }) { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if isHarmless(scalar) {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += escaped(scalar)
      }
    }
    return shown
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    // Below the space there are only the line breaks of the form itself.
    if scalar.value < 0x7F { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    UTF16.encode(scalar).map { units in
      units.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    } ?? ""
  }
}
