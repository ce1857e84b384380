import Wire

/// The text of a secret, to be read as its owner declares.
struct SecretText {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The secret, and what was forgiven on the way.
  func secret(
    as encoding: SecretEncoding
  ) throws(KeyReadingError) -> (bytes: [UInt8], notes: [String]) {
    let (secret, notes) = try reading(encoding)
    guard !secret.isEmpty else { throw KeyReadingError(.empty) }
    return (secret, notes)
  }

  private func reading(_ encoding: SecretEncoding) throws(KeyReadingError) -> ([UInt8], [String]) {
    switch encoding {
    case .bytes: (bytes, [])
    case .text: text
    case .hex: (try hex(), [])
    case .base64: try base64(refusing: "-_", other: .base64url)
    case .base64url: try base64(refusing: "+/", other: .base64)
    }
  }

  private var text: ([UInt8], [String]) {
    guard bytes.last == 10 else { return (bytes, []) }
    let body = bytes.dropLast()
    let note = "the line break at the end is not part of the secret"
    return (Array(body.last == 13 ? body.dropLast() : body), [note])
  }

  private func hex() throws(KeyReadingError) -> [UInt8] {
    var digits: [UInt8] = []
    for (offset, byte) in bytes.enumerated() where !TokenSource.isWhiteSpace(byte) {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw KeyReadingError(.notHex(byte), at: KeyPlace(offset: offset, in: bytes))
      }
      digits.append(UInt8(digit))
    }
    guard digits.count.isMultiple(of: 2) else { throw KeyReadingError(.oddHex(digits.count)) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// Padding and white space are forgiven, the other alphabet is not: it may be another secret.
  private func base64(
    refusing alphabet: String, other: SecretEncoding
  ) throws(KeyReadingError) -> ([UInt8], [String]) {
    if let offset = bytes.firstIndex(where: alphabet.utf8.contains) {
      throw KeyReadingError(
        .otherAlphabet(bytes[offset], other), at: KeyPlace(offset: offset, in: bytes))
    }
    do throws(Base64Error) {
      let decoded = try Base64.decodeLenient(String(decoding: bytes, as: UTF8.self))
      let notes = decoded.forgiven.filter { $0 == .trailingBits }.map(\.sentence)
      return (decoded.bytes, notes)
    } catch {
      throw KeyReadingError(.notBase64(error))
    }
  }
}
