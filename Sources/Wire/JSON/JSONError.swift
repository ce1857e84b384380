/// Why a text is not JSON, and exactly where.
package struct JSONError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case expected(Expectation)
    case leadingZero
    case rawControlCharacter
    case invalidUTF8
    case byteOrderMark
    case loneSurrogate
    case tooDeep(limit: Int)
    case tooLong(limit: Int)
  }

  /// What the grammar asks for at the place of an error.
  package enum Expectation: String, Hashable, Sendable {
    case value = "a value"
    case memberName = "a member name in double quotes"
    case memberNameOrBrace = "a member name in double quotes or \"}\""
    case valueOrBracket = "a value or \"]\""
    case colon = "\":\" after the member name"
    case commaOrBrace = "\",\" or \"}\""
    case commaOrBracket = "\",\" or \"]\""
    case digit = "a digit"
    case `true`, `false`, null
    case escape = "one of \" \\ / b f n r t u after the backslash"
    case hexDigit = "four hex digits after \\u"
    case closingQuote = "the closing double quote"
    case end = "the end of the text"
  }

  /// The byte of the text, from 0.
  package let offset: Int
  /// From 1.
  package let line: Int
  /// In characters (Unicode scalars), from 1.
  package let column: Int
  package let problem: Problem
  /// The byte at that place; nil at the end of the text.
  package let found: UInt8?
}

extension JSONError: CustomStringConvertible {
  package var description: String { "line \(line), column \(column) (byte \(offset)): \(reason)" }

  /// The sentence without the place.
  package var reason: String {
    switch problem {
    case .expected(let expectation): "expected \(expectation.rawValue), found \(foundText)"
    case .leadingZero: "a number does not begin with a zero before other digits"
    case .rawControlCharacter: "a control character (\(foundText)) must be escaped in a string"
    case .invalidUTF8: "not UTF-8: \(foundText)"
    case .byteOrderMark: "JSON begins without a byte order mark"
    case .loneSurrogate: "half of a surrogate pair stands for no character"
    case .tooDeep(let limit): "nested deeper than \(limit) levels"
    case .tooLong(let limit): "longer than \(limit) bytes"
    }
  }

  private var foundText: String {
    guard let found else { return "the end of the text" }
    if found > 32, found < 127 { return "\"\(Unicode.Scalar(found))\"" }
    switch found {
    case 9: return "a tab"
    case 10, 13: return "a line break"
    case 32: return "a space"
    default:
      let digits = String(found, radix: 16, uppercase: true)
      return "byte 0x" + (digits.count < 2 ? "0" : "") + digits
    }
  }
}
