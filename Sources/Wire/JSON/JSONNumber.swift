/// A JSON number as it was written: the digits are part of what was signed (RFC 8259 6).
package struct JSONNumber: Hashable, Sendable {
  package let text: String

  /// The text must already follow the grammar of RFC 8259 6.
  init(validated text: String) { self.text = text }

  package init(_ value: some BinaryInteger) { text = String(value) }

  /// The value when it is a whole number that 64 bits hold: `1e3` and `1.0` are whole.
  package var integer: Int64? { fewDigits ?? Int64(text) ?? wholeNumber }

  /// The value of up to eighteen digits and nothing else: what most times are.
  private var fewDigits: Int64? {
    text.withBytes { bytes in
      guard bytes.count <= 18 else { return nil }
      var value: Int64 = 0
      for byte in bytes {
        guard ASCII.isDigit(byte) else { return nil }
        value = value * 10 + Int64(byte - 48)
      }
      return value
    }
  }

  /// Worked out on the digits: a Double would round 2.0000000000000000001 to a whole number.
  private var wholeNumber: Int64? {
    let parts = text.utf8.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 | 32 == UInt8(ascii: "e")
    }
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let mantissa = parts[0].dropFirst(isNegative ? 1 : 0)
    let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.endIndex
    var digits = mantissa.filter { $0 != UInt8(ascii: ".") }.drop { $0 == UInt8(ascii: "0") }
    guard !digits.isEmpty, var exponent = parts.count < 2 ? 0 : Int(String(Substring(parts[1])))
    else { return digits.isEmpty ? 0 : nil }
    let farBeyond64Bits = -1 << 32...1 << 32  // Keeps the sums below from overflowing.
    guard farBeyond64Bits.contains(exponent) else { return nil }
    exponent -= max(0, mantissa[point...].count - 1)
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    guard exponent >= 0, digits.count + exponent <= 19 else { return nil }
    let zeros = String(repeating: "0", count: exponent)
    return Int64((isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self) + zeros)
  }

  /// The nearest Double; infinite when the number is out of its range.
  package var double: Double? { Double(text) }
}
