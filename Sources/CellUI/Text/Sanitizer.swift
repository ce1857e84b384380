/// Makes hostile text harmless: whatever a terminal would act on, or hide, is drawn as its code.
///
/// Tokens, scenario files, HAR files and servers supply the text. A control character could repaint
/// the screen or type into the shell; an override of direction or a zero-width character could make
/// one value look like another (CWE-150, CWE-1007, Unicode TR #36).
package enum Sanitizer {
  /// The text as it can be shown; printable text comes back as it was.
  package static func visible(_ text: String, _ repertoire: Repertoire = .unicode) -> String {
    if isPlain(text) { return text }
    var result = ""
    for cell in VisibleText(text, repertoire) { cell.grapheme.append(to: &result) }
    return result
  }

  /// Whether the text is printable ASCII throughout, the common case.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// What becomes of a scalar on its way to a cell.
  enum Fate: Equatable {
    case drawn(width: Int)
    /// Joins the cell before it; an escape where there is none.
    case mark
    case escaped
  }

  static func fate(of scalar: Unicode.Scalar, _ repertoire: Repertoire) -> Fate {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? .escaped : .drawn(width: 1) }
    if value < 0xA1 || repertoire == .ascii { return .escaped }
    switch value {
    case 0xAD: return .escaped
    case 0xA1..<0x300, 0x2500...0x259F: return .drawn(width: 1)
    case 0x3000, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return .drawn(width: 2)
    case 0x2800: return .escaped  // looks like a space
    default: return fateByProperties(scalar)
    }
  }

  private static func fateByProperties(_ scalar: Unicode.Scalar) -> Fate {
    let properties = scalar.properties
    // Variation selectors, tags, fillers: not drawn, and their width differs between terminals.
    if properties.isDefaultIgnorableCodePoint || properties.isEmojiModifier { return .escaped }
    if TextWidth.isCombining(scalar) { return .mark }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return .escaped
    default:
      return .drawn(width: TextWidth.isWide(scalar.value) ? 2 : 1)
    }
  }

  /// The printable ASCII that stands for a scalar: `^[` for C0 and DEL, `\u{202E}` for the rest.
  static func escape(_ scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.value < 0x20 || scalar.value == 0x7F {
      return [UInt8(ascii: "^"), UInt8(scalar.value ^ 0x40)]
    }
    return Array("\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8)
  }
}
