/// Bytes as hex digits, two for each.
enum HexText {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The bytes that an option gives; a text without digits is no byte at all.
  static func bytes(_ text: String, option: String) throws(Failure) -> [UInt8] {
    var digits: [UInt8] = []
    for (offset, byte) in text.utf8.enumerated() {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw Failure("\(option): byte \(offset) is no hex digit.")
      }
      digits.append(UInt8(digit))
    }
    guard digits.count.isMultiple(of: 2) else {
      throw Failure("\(option): \(digits.count) hex digits, where each byte has two.")
    }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
