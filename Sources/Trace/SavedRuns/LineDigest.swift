import Cryptography

/// The member that every line begins with: `{"digest":"<64 hex digits>",`. It covers all bytes of
/// the line behind it, and it stays so in every format, so that damage and a newer format are told
/// apart.
enum LineDigest {
  private static let opening = Array("{\"digest\":\"".utf8)
  private static let closing = Array("\",".utf8)
  /// How many bytes of a line the member takes.
  static let length = opening.count + 64 + closing.count

  /// The line of which the rest is given, from its first member on.
  static func line(_ rest: [UInt8]) -> (bytes: [UInt8], digest: String) {
    let digest = hex(rest)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(length + rest.count)
    bytes += opening
    bytes += digest.utf8
    bytes += closing
    bytes += rest
    return (bytes, digest)
  }

  static func hex(_ bytes: some ByteBuffer) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in Digest.sha256.hash(bytes) {
      digits.append(LineDigits.hex[Int(byte >> 4)])
      digits.append(LineDigits.hex[Int(byte & 15)])
    }
    return String(decoding: digits, as: UTF8.self)
  }

  static func hex(_ number: UInt64) -> [UInt8] {
    (0..<16).map { LineDigits.hex[Int(number >> UInt64(60 - 4 * $0) & 15)] }
  }

  /// Whether a line has the form of the member, whatever its digest.
  static func isPresent(in line: ArraySlice<UInt8>) -> Bool {
    line.count > length && line.starts(with: opening)
      && line.dropFirst(opening.count + 64).starts(with: closing)
  }

  /// The digest that the line carries, when it is that of its bytes.
  static func verified(_ line: ArraySlice<UInt8>) -> String? {
    guard isPresent(in: line) else { return nil }
    let carried = line.dropFirst(opening.count).prefix(64)
    let digest = hex(line.dropFirst(length))
    return carried.elementsEqual(digest.utf8) ? digest : nil
  }
}
