import Tokens
import Wire

/// Takes out of what is printed whatever would let its reader act as somebody else: signatures,
/// without which a token is worth nothing, and private keys that a header brings along.
enum Masking {
  static let mark = "(masked; --reveal shows it)"

  /// Masks the private members of keys (RFC 7518 6.2.2, 6.3.2, 6.4.1) and the signatures of tokens,
  /// wherever they stand in a value.
  static func secrets(in value: JSONValue) -> JSONValue {
    switch value {
    case .null, .bool, .number: return value
    case .string(let text): return .string(withoutSignature(text))
    case .array(let elements): return .array(elements.map(secrets))
    case .object(let object):
      let isKey = object["kty"] != nil
      return .object(
        JSONObject(
          object.members.map { member in
            isKey && secretMembers.contains(member.name)
              ? JSONMember(member.name, .string(mark))
              : JSONMember(member.name, secrets(in: member.value))
          }))
    }
  }

  private static let secretMembers: Set<String> = [
    "d", "p", "q", "dp", "dq", "qi", "oth", "k",
  ]

  /// A text that is a token keeps its header and payload.
  private static func withoutSignature(_ text: String) -> String {
    guard text.hasPrefix("ey"), text.utf8.contains(UInt8(ascii: ".")),
      let token = TokenDecoder.tokens(in: text).first
    else { return text }
    return compactText(token) ?? mark
  }

  /// Whether the part is opaque bytes, the token's proof or its secret.
  static func isOpaque(_ part: DecodedPart) -> Bool {
    switch part.name {
    case "signature", "encrypted key", "iv", "ciphertext", "tag": true
    default: false
    }
  }

  /// Whether the part as it stands gives away what is masked elsewhere.
  static func hides(_ part: DecodedPart, of token: DecodedToken) -> Bool {
    if isOpaque(part) { return true }
    if part.name == "payload", !token.nested.isEmpty { return true }
    guard let value = part.document?.value else { return false }
    return secrets(in: value) != value
  }

  /// The compact text with what is masked left out; nil for the JSON forms, which have none.
  static func compactText(_ token: DecodedToken) -> String? {
    guard token.form == .compact else { return nil }
    var texts = token.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for (index, part) in zip(texts.indices, token.parts)
    where !texts[index].isEmpty && hides(part, of: token) { texts[index] = mark }
    // What stands behind the parts that could be told apart.
    for index in texts.indices.dropFirst(token.parts.count) where !texts[index].isEmpty {
      texts[index] = mark
    }
    return texts.joined(separator: ".")
  }
}
