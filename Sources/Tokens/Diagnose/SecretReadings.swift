import Wire

/// The bytes that people mean by the text of a secret.
struct SecretReadings {
  struct Reading {
    let bytes: [UInt8]
    /// "decoded from Base64".
    let words: String
  }

  let readings: [Reading]

  init(_ secret: [UInt8]) {
    var found: [Reading] = []
    func add(_ bytes: [UInt8]?, _ words: String) {
      guard let bytes, bytes != secret, !bytes.isEmpty,
        !found.contains(where: { $0.bytes == bytes })
      else { return }
      found.append(Reading(bytes: bytes, words: words))
    }
    let trimmed = Self.trimmed(secret)
    add(trimmed, "without the white space at its ends")
    add(secret + [10], "followed by a line break (\\n)")
    add(secret + [13, 10], "followed by a line break (\\r\\n)")
    add(Self.hex(trimmed), "decoded from hex")
    let text = String(decoding: trimmed, as: UTF8.self)
    add((try? Base64.decodeLenient(text))?.bytes, "decoded from Base64")
    add(Self.unquoted(trimmed), "without its quotes")
    add(Array(Base64.url(secret).utf8), "its base64url text")
    add(Array(Base64.standard(secret).utf8), "its Base64 text")
    add(Array(Self.hexText(secret).utf8), "its hex text")
    add(Self.replacing(trimmed, "\\n", "\n"), "with \\n read as line breaks")
    readings = found
  }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let start = bytes.firstIndex { !TokenSource.isWhiteSpace($0) } ?? bytes.count
    let end = bytes.lastIndex { !TokenSource.isWhiteSpace($0) }.map { $0 + 1 } ?? start
    return Array(bytes[start..<end])
  }

  private static func hex(_ bytes: [UInt8]) -> [UInt8]? {
    guard !bytes.isEmpty, bytes.count.isMultiple(of: 2) else { return nil }
    let digits = bytes.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == bytes.count else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  private static func hexText(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func unquoted(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 2, let first = bytes.first, first == bytes.last,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else { return nil }
    return Array(bytes[1..<bytes.count - 1])
  }

  private static func replacing(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8]? {
    let pattern = Array(old.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: pattern) {
        out += new.utf8
        index += pattern.count
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }
}
