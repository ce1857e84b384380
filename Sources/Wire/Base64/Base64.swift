/// Base64url without padding (RFC 7515 2) and padded standard Base64 (RFC 4648 4).
package enum Base64 {
  /// The URL-safe alphabet, without padding: what JOSE and PKCE write.
  package static func url(_ bytes: some Collection<UInt8>) -> String {
    encode(Array(bytes), alphabet: Base64Alphabet.urlDigits, padded: false)
  }

  /// The standard alphabet, padded to a multiple of four: what Basic credentials and PEM write.
  package static func standard(_ bytes: some Collection<UInt8>) -> String {
    encode(Array(bytes), alphabet: Base64Alphabet.standardDigits, padded: true)
  }

  /// Strict base64url: no padding, no foreign character, no bits that encoding could not produce.
  package static func decodeURL(_ text: some StringProtocol) throws(Base64Error) -> [UInt8] {
    let bytes = Array(text.utf8)
    let tail = paddingStart(of: bytes)
    if tail < bytes.count, bytes[tail] == Base64Alphabet.pad {
      throw Base64Error(offset: tail, problem: .padding)
    }
    return try decode(bytes, values: Base64Alphabet.urlValues)
  }

  /// Strict standard Base64: the standard alphabet with the padding that RFC 4648 4 demands.
  package static func decodeStandard(_ text: some StringProtocol) throws(Base64Error) -> [UInt8] {
    var bytes = Array(text.utf8)
    let length = bytes.count
    var pads = 0
    while pads < 2, bytes.last == Base64Alphabet.pad {
      bytes.removeLast()
      pads += 1
    }
    let out = try decode(bytes, values: Base64Alphabet.standardValues)
    guard length % 4 == 0 else { throw Base64Error(offset: length, problem: .missingPadding) }
    return out
  }

  /// Reads what a person may have pasted, and says what had to be forgiven.
  ///
  /// Both alphabets, padding and white space are accepted; a character of neither alphabet and an
  /// impossible length still throw.
  package static func decodeLenient(
    _ text: some StringProtocol
  ) throws(Base64Error) -> LenientBase64 {
    var digits: [UInt8] = []
    var offsets: [Int] = []
    var forgiven = Set<LenientBase64.Departure>()
    let bytes = Array(text.utf8)
    let tail = paddingStart(of: bytes)
    digits.reserveCapacity(bytes.count)
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case 32, 9, 10, 13: forgiven.insert(.whiteSpace)
      case Base64Alphabet.pad where offset >= tail: forgiven.insert(.padding)
      case UInt8(ascii: "+"), UInt8(ascii: "/"):
        forgiven.insert(.standardAlphabet)
        digits.append(byte == UInt8(ascii: "+") ? UInt8(ascii: "-") : UInt8(ascii: "_"))
        offsets.append(offset)
      default:
        digits.append(byte)
        offsets.append(offset)
      }
    }
    return try finishLenient(digits, offsets: offsets, length: bytes.count, forgiven: forgiven)
  }

  private static func finishLenient(
    _ digits: [UInt8], offsets: [Int], length: Int, forgiven: Set<LenientBase64.Departure>
  ) throws(Base64Error) -> LenientBase64 {
    var forgiven = forgiven
    do {
      let out = try decode(digits, values: Base64Alphabet.urlValues, keepingTrailingBits: true)
      if out.trailingBits { forgiven.insert(.trailingBits) }
      let ordered = LenientBase64.Departure.allCases.filter(forgiven.contains)
      return LenientBase64(bytes: out.bytes, forgiven: ordered)
    } catch {
      let offset = error.offset < offsets.count ? offsets[error.offset] : length
      throw Base64Error(offset: offset, problem: error.problem)
    }
  }

  /// Where the run of padding and white space at the end of the text begins.
  private static func paddingStart(of bytes: [UInt8]) -> Int {
    let last = bytes.lastIndex { $0 != Base64Alphabet.pad && $0 > 32 }
    return last.map { $0 + 1 } ?? 0
  }

  private static func decode(
    _ bytes: [UInt8], values: [UInt8]
  ) throws(Base64Error) -> [UInt8] {
    let out = try decode(bytes, values: values, keepingTrailingBits: false)
    return out.bytes
  }

  private static func decode(
    _ bytes: [UInt8], values: [UInt8], keepingTrailingBits: Bool
  ) throws(Base64Error) -> (bytes: [UInt8], trailingBits: Bool) {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 4 * 3 + 2)
    var bits: UInt32 = 0
    var held = 0
    for (offset, byte) in bytes.enumerated() {
      let value = values[Int(byte)]
      guard value < 64 else {
        throw Base64Error(offset: offset, problem: .foreignCharacter(byte))
      }
      bits = bits << 6 | UInt32(value)
      held += 6
      if held >= 8 {
        held -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
      }
    }
    if bytes.count % 4 == 1 {
      throw Base64Error(offset: bytes.count - 1, problem: .impossibleLength(bytes.count))
    }
    let trailing = bits & (1 << UInt32(held) - 1) != 0
    if trailing, !keepingTrailingBits {
      throw Base64Error(offset: bytes.count - 1, problem: .trailingBits)
    }
    return (out, trailing)
  }

  private static func encode(_ bytes: [UInt8], alphabet: [UInt8], padded: Bool) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    var bits: UInt32 = 0
    var held = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      held += 8
      while held >= 6 {
        held -= 6
        out.append(alphabet[Int(bits >> UInt32(held) & 63)])
      }
    }
    if held > 0 { out.append(alphabet[Int(bits << UInt32(6 - held) & 63)]) }
    while padded, out.count % 4 != 0 { out.append(Base64Alphabet.pad) }
    return String(decoding: out, as: UTF8.self)
  }
}
