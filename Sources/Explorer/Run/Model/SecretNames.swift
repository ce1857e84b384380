import Trace
import Wire

/// Finds registered secrets in text, as themselves and percent-encoded, by their whole values.
struct SecretNames: Sendable {
  /// A piece of a text: plain, or a secret.
  enum Piece: Hashable, Sendable {
    case text(String)
    case secret(SecretID)
  }

  private let byValue: [String: SecretID]

  init(_ trace: Trace) {
    byValue = Dictionary(
      trace.secrets.enumerated().map { ($1.value, SecretID($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  func secret(_ value: String) -> SecretID? { byValue[value] }

  /// The text with the secrets in it told apart.
  func pieces(_ text: String) -> [Piece] {
    if let whole = byValue[text] { return [.secret(whole)] }
    var out: [Piece] = []
    var plain = ""
    func flush() {
      if !plain.isEmpty { out.append(.text(plain)) }
      plain = ""
    }
    for word in Self.words(text) {
      if let secret = secret(word) {
        flush()
        out.append(.secret(secret))
      } else {
        plain += word
      }
    }
    flush()
    return out
  }

  /// The secrets in a text, in order, each once.
  func secrets(in text: String) -> [SecretID] {
    var out: [SecretID] = []
    for case .secret(let id) in pieces(text) where !out.contains(id) { out.append(id) }
    return out
  }

  private func secret(_ word: Substring) -> SecretID? {
    guard word.utf8.count > 3 else { return nil }
    if let known = byValue[String(word)] { return known }
    guard word.utf8.contains(UInt8(ascii: "%")) else { return nil }
    return byValue[Percent.decode(word.utf8)]
  }

  /// Stretches of the characters that tokens are made of, and the stretches between them.
  private static func words(_ text: String) -> [Substring] {
    var out: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let isWord = isTokenByte(bytes[start])
      let end = bytes[start...].firstIndex { isTokenByte($0) != isWord } ?? bytes.endIndex
      out.append(text[start..<end])
      start = end
    }
    return out
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "%"):
      true
    default: byte >= 0x80
    }
  }
}
