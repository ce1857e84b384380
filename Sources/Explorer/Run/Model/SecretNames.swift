import Trace
import Wire

/// Tells the secrets in a text apart from the rest of it.
struct SecretNames: Sendable {
  /// A piece of a text: plain, or a secret.
  enum Piece: Hashable, Sendable {
    case text(String)
    case secret(SecretID)
  }

  let index: SecretIndex
  private let byValue: [String: SecretID]

  init(_ trace: Trace) {
    index = SecretIndex(trace)
    byValue = Dictionary(
      trace.secrets.enumerated().map { ($1.value, SecretID($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The secret that has just this value.
  func secret(_ value: String) -> SecretID? { byValue[value] }

  /// The text with the secrets in it told apart.
  func pieces(_ text: String) -> [Piece] {
    if let whole = byValue[text] { return [.secret(whole)] }
    let found = index.annotate(text)
    guard !found.isEmpty else { return [.text(text)] }
    let bytes = Array(text.utf8)
    var out: [Piece] = []
    var done = 0
    for appearance in found {
      if appearance.range.lowerBound > done {
        out.append(
          .text(String(decoding: bytes[done..<appearance.range.lowerBound], as: UTF8.self)))
      }
      out.append(.secret(appearance.secret))
      done = appearance.range.upperBound
    }
    if done < bytes.count { out.append(.text(String(decoding: bytes[done...], as: UTF8.self))) }
    return out
  }

  /// The secrets in a text, in order, each once.
  func secrets(in text: String) -> [SecretID] {
    if let whole = byValue[text] { return [whole] }
    return index.annotate(text).map(\.secret).uniqued
  }
}
