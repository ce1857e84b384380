import Cryptography
import Wire

/// Reads the keys of a text or a file in whatever form they have: PEM, DER, JWK, JWK Set, and
/// secrets by a declared encoding. Touches no file itself.
package struct KeyReader: Sendable {
  /// What opens encrypted private keys.
  package var passphrase: [UInt8]?

  package init(passphrase: [UInt8]? = nil) { self.passphrase = passphrase }

  /// The keys in the bytes, their form told by the bytes themselves.
  package func read(_ bytes: [UInt8]) throws(KeyReadingError) -> KeyReading {
    guard let first = bytes.firstIndex(where: { !TokenSource.isWhiteSpace($0) }) else {
      throw KeyReadingError(.empty)
    }
    if Self.isUTF16(bytes) { throw KeyReadingError(.utf16) }
    if bytes.contains("-----BEGIN ") { return try PEMKeys(bytes, passphrase).reading }
    switch bytes[first] {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""):
      return try JSONKeys(bytes).reading
    case 0x30 where !bytes.dropFirst(first).allSatisfy(Self.isPrintable):
      return KeyReading(.der, JWKSet([try DERKey(bytes, passphrase).key()]))
    default: return try unarmoured(bytes, first)
    }
  }

  /// The secret that a text stands for.
  package static func secret(
    _ bytes: [UInt8], as encoding: SecretEncoding
  ) throws(KeyReadingError) -> KeyReading {
    let (secret, notes) = try SecretText(bytes).secret(as: encoding)
    return KeyReading(.secret(encoding), JWKSet([JWK(secret: secret)]), notes: notes)
  }

  /// A text without a mark of its form: Base64 of DER, or something that is no key here.
  private func unarmoured(_ bytes: [UInt8], _ first: Int) throws(KeyReadingError) -> KeyReading {
    let text = String(decoding: bytes[first...], as: UTF8.self)
    if text.hasPrefix("ssh-") || text.hasPrefix("ecdsa-sha2-") { throw KeyReadingError(.openSSH) }
    guard let decoded = try? Base64.decodeLenient(text), decoded.bytes.first == 0x30,
      let key = try? DERKey(decoded.bytes, passphrase).key()
    else { throw KeyReadingError(.unknownForm) }
    return KeyReading(.bareBase64, JWKSet([key]))
  }

  /// A byte order mark, or a zero in every second place.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    switch (bytes[0], bytes[1]) {
    case (0xfe, 0xff), (0xff, 0xfe): return true
    case (UInt8(ascii: "-"), 0), (0, UInt8(ascii: "-")), (UInt8(ascii: "{"), 0): return true
    default: return false
    }
  }

  /// Base64 digits may begin with the digit 0, which DER's first byte is.
  private static func isPrintable(_ byte: UInt8) -> Bool {
    (32..<127).contains(byte) || TokenSource.isWhiteSpace(byte)
  }
}

extension [UInt8] {
  /// Whether the ASCII text stands in the bytes.
  func contains(_ text: StaticString) -> Bool { firstOffset(of: text) != nil }

  func firstOffset(of text: StaticString) -> Int? {
    let count = text.utf8CodeUnitCount
    let pattern = UnsafeBufferPointer(start: text.utf8Start, count: count)
    guard count <= self.count else { return nil }
    return (0...(self.count - count)).first { self[$0..<($0 + count)].elementsEqual(pattern) }
  }
}
