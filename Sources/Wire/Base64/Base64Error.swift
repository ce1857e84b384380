/// Why a text is not the Base64 that was asked for, and at which byte of the text.
package struct Base64Error: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Problem: Hashable, Sendable {
    /// `=` where the encoding is unpadded (RFC 7515 2).
    case padding
    /// The `=` that RFC 4648 4 demands are missing or too many.
    case missingPadding
    case foreignCharacter(UInt8)
    /// A length of 4n + 1 digits: six bits make no byte.
    case impossibleLength(Int)
    /// Bits after the last whole byte that are not zero (RFC 4648 3.5): two texts for one value.
    case trailingBits
  }

  /// The byte of the text where the problem is; its length when something is missing at the end.
  package let offset: Int
  package let problem: Problem

  package init(offset: Int, problem: Problem) {
    self.offset = offset
    self.problem = problem
  }

  package var description: String { "byte \(offset): \(reason)" }

  /// The sentence without the place.
  package var reason: String {
    switch problem {
    case .padding: "base64url here carries no padding, found \"=\""
    case .missingPadding: "padding must fill the text to a multiple of four"
    case .foreignCharacter(let byte): "\(Self.name(byte)) is not a Base64 digit"
    case .impossibleLength(let count):
      "\(count) digits is no possible length; the text is cut off or has one extra"
    case .trailingBits: "the last digit carries bits that belong to no byte"
    }
  }

  private static func name(_ byte: UInt8) -> String {
    if byte > 32, byte < 127 { return "\"\(Unicode.Scalar(byte))\"" }
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count < 2 ? "0" : "") + digits
  }
}
