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
