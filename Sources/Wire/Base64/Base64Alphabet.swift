/// The digits of the two alphabets (RFC 4648 4 and 5) and the value of each byte as a digit.
enum Base64Alphabet {
  static let pad = UInt8(ascii: "=")
  static let standardDigits = common + Array("+/".utf8)
  static let urlDigits = common + Array("-_".utf8)
  static let standardValues = values(of: standardDigits)
  static let urlValues = values(of: urlDigits)

  private static let common = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  private static func values(of digits: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 255, count: 256)
    for (value, digit) in digits.enumerated() { out[Int(digit)] = UInt8(value) }
    return out
  }
}
