/// Base64url without padding (RFC 7515 2) and padded standard Base64 (RFC 4648 4).
package enum Base64 {
  /// The URL-safe alphabet, without padding: what JOSE and PKCE write.
  package static func url(_ bytes: some Collection<UInt8>) -> String {
    encode(Array(bytes), alphabet: Base64Alphabet.url.digits, padded: false)
  }

  /// The standard alphabet, padded to a multiple of four: what Basic credentials and PEM write.
  package static func standard(_ bytes: some Collection<UInt8>) -> String {
    encode(Array(bytes), alphabet: Base64Alphabet.standard.digits, padded: true)
  }

  /// Strict base64url: no padding, no foreign character, no bits that encoding could not produce.
  package static func decodeURL(_ text: some StringProtocol) throws(Base64Error) -> [UInt8] {
    let bytes = Array(text.utf8)
    let tail = paddingStart(of: bytes)
    if tail < bytes.count, bytes[tail] == Base64Alphabet.pad {
      throw Base64Error(offset: tail, problem: .padding)
    }
    return try decode(bytes, Base64Alphabet.url)
  }

  /// As above, of the bytes of a text.
  package static func decodeURL(_ bytes: ArraySlice<UInt8>) throws(Base64Error) -> [UInt8] {
    if bytes.last == Base64Alphabet.pad {
      return try decodeURL(String(decoding: bytes, as: UTF8.self))
    }
    return try decode(bytes, Base64Alphabet.url)
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
    let out = try decode(bytes, Base64Alphabet.standard)
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
      let out = try decode(digits, Base64Alphabet.url, keepingTrailingBits: true)
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
    _ bytes: [UInt8], _ alphabet: Base64Alphabet
  ) throws(Base64Error) -> [UInt8] {
    try decode(bytes[...], alphabet)
  }

  private static func decode(
    _ bytes: ArraySlice<UInt8>, _ alphabet: Base64Alphabet
  ) throws(Base64Error) -> [UInt8] {
    let out = try decode(bytes, alphabet, keepingTrailingBits: false)
    return out.bytes
  }

  private static func decode(
    _ bytes: [UInt8], _ alphabet: Base64Alphabet, keepingTrailingBits: Bool
  ) throws(Base64Error) -> (bytes: [UInt8], trailingBits: Bool) {
    try decode(bytes[...], alphabet, keepingTrailingBits: keepingTrailingBits)
  }

  /// Offsets in errors count from the start of the slice.
  private static func decode(
    _ bytes: ArraySlice<UInt8>, _ alphabet: Base64Alphabet, keepingTrailingBits: Bool
  ) throws(Base64Error) -> (bytes: [UInt8], trailingBits: Bool) {
    var problem: Base64Error?
    var trailing = false
    let out = [UInt8](unsafeUninitializedCapacity: bytes.count / 4 * 3 + 3) { target, count in
      bytes.withUnsafeBufferPointer { source in
        count = wholeGroups(of: source, alphabet, into: target)
        (problem, trailing) = lastDigits(of: source, alphabet, into: target, &count)
      }
    }
    if let problem { throw problem }
    if trailing, !keepingTrailingBits {
      throw Base64Error(offset: bytes.count - 1, problem: .trailingBits)
    }
    return (out, trailing)
  }

  /// Decodes groups of four digits up to the first wrong one, and says how many bytes they made.
  private static func wholeGroups(
    of source: UnsafeBufferPointer<UInt8>, _ alphabet: Base64Alphabet,
    into target: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    alphabet.groups.withUnsafeBufferPointer { groups in
      var written = 0
      var offset = 0
      while offset + 4 <= source.count {
        let bits =
          groups[Int(source[offset])] | groups[256 + Int(source[offset + 1])]
          | groups[512 + Int(source[offset + 2])] | groups[768 + Int(source[offset + 3])]
        guard bits < 1 << 24 else { break }
        target[written] = UInt8(truncatingIfNeeded: bits >> 16)
        target[written + 1] = UInt8(truncatingIfNeeded: bits >> 8)
        target[written + 2] = UInt8(truncatingIfNeeded: bits)
        written += 3
        offset += 4
      }
      return written
    }
  }

  /// Decodes what is left after the whole groups, which may be the group of the first wrong digit.
  private static func lastDigits(
    of source: UnsafeBufferPointer<UInt8>, _ alphabet: Base64Alphabet,
    into target: UnsafeMutableBufferPointer<UInt8>, _ written: inout Int
  ) -> (problem: Base64Error?, trailingBits: Bool) {
    var bits: UInt32 = 0
    var held = 0
    for offset in written / 3 * 4..<source.count {
      let value = alphabet.values[Int(source[offset])]
      guard value < 64 else {
        return (Base64Error(offset: offset, problem: .foreignCharacter(source[offset])), false)
      }
      bits = bits << 6 | UInt32(value)
      held += 6
      guard held >= 8 else { continue }
      held -= 8
      target[written] = UInt8(truncatingIfNeeded: bits >> UInt32(held))
      written += 1
    }
    guard source.count % 4 != 1 else {
      let problem = Base64Error.Problem.impossibleLength(source.count)
      return (Base64Error(offset: source.count - 1, problem: problem), false)
    }
    return (nil, bits & (1 << UInt32(held) - 1) != 0)
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
