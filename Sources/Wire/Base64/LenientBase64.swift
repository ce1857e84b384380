extension Base64 {
  /// Another text that a lenient decoder reads as the same bytes: the last digit has bits to spare
  /// (RFC 4648 3.5). Nil where it has none, or where the text is no base64url.
  package static func respelt(_ text: String) -> String? {
    guard let bytes = try? decodeURL(text), bytes.count % 3 != 0, let last = text.utf8.last else {
      return nil
    }
    let alphabet = Base64Alphabet.url
    let value = alphabet.values[Int(last)]
    return String(text.dropLast())
      + String(decoding: [alphabet.digits[Int(value ^ 1)]], as: UTF8.self)
  }
}

/// What the lenient decoder read, and which rules the text broke.
package struct LenientBase64: Hashable, Sendable {
  package enum Departure: Hashable, Sendable, CaseIterable {
    case whiteSpace, padding, standardAlphabet, trailingBits

    package var sentence: String {
      switch self {
      case .whiteSpace: "white space inside the Base64 was skipped"
      case .padding: "padding (=) was dropped"
      case .standardAlphabet: "+ and / were read as - and _"
      case .trailingBits: "the unused bits of the last digit are not zero"
      }
    }
  }

  package let bytes: [UInt8]
  /// In a fixed order; empty when the text was strict base64url.
  package let forgiven: [Departure]
}
