/// The digits of an alphabet (RFC 4648 4 and 5) and the value of each byte as a digit.
final class Base64Alphabet: Sendable {
  static let pad = UInt8(ascii: "=")
  static let standard = Base64Alphabet("+/")
  static let url = Base64Alphabet("-_")

  let digits: [UInt8]
  /// 255 for a byte that is no digit.
  let values: [UInt8]
  /// What a byte adds to the three bytes of a group as its first, second, third and fourth digit;
  /// above their 24 bits for a byte that is no digit.
  let groups: [UInt32]

  private init(_ last: String) {
    let digits = Array(
      ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + last).utf8)
    var values = [UInt8](repeating: 255, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    groups = [18, 12, 6, 0].flatMap { shift in
      values.map { $0 == 255 ? UInt32.max : UInt32($0) << UInt32(shift) }
    }
    self.digits = digits
    self.values = values
  }
}
