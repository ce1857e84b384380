import Cryptography
import Wire

/// The texts that signers have been seen to sign instead of header.payload as it is delivered.
struct InputReadings {
  struct Reading {
    let bytes: [UInt8]
    let kind: RefusalCause.Kind
  }

  let readings: [Reading]

  init(_ token: UnverifiedToken) {
    let header = Array(token.bytes[token.headerSpan])
    let payload = Array(token.bytes[token.payloadSpan])
    let dot: [UInt8] = [UInt8(ascii: ".")]
    var found = [
      Self.other(payload + dot + header, "payload and header stood the other way round"),
      Self.other(payload, "only the payload were signed"),
      Self.other(header + payload, "the dot between the parts were not signed"),
      Self.other(token.payload, "only the decoded payload were signed"),
      Self.other(
        Array(header) + dot + token.payload,
        "the payload were signed before it was encoded (RFC 7797)"),
      Self.other(token.bytes, "the whole token were signed"),
    ]
    for (json, words) in Self.writings(token.body) {
      found.append(
        Self.other(
          header + dot + Array(Base64.url(Array(json.utf8)).utf8),
          "the claims were written \(words): somebody decoded and encoded them again"))
    }
    if let hashed = Self.hashedNonce(token) {
      found.append(Reading(bytes: hashed + dot + payload, kind: .hashedNonce))
    }
    readings = found.filter { $0.bytes[...] != token.signingInput }
  }

  private static func other(_ bytes: [UInt8], _ words: String) -> Reading {
    Reading(bytes: bytes, kind: .otherInput(words))
  }

  /// The ways in which common libraries write the same JSON.
  private static func writings(
    _ body: Result<JSONValue, JSONError>
  ) -> [(json: String, words: String)] {
    guard case .success(let value) = body else { return [] }
    let sorted = sorted(value)
    return [
      (value.text(), "without spaces"), (spaced(value), "with a space after each comma"),
      (sorted.text(), "in the order of their names"),
      (spaced(sorted), "in the order of their names, with spaces"),
      (value.prettyText(), "over several lines"),
      (escapingSlashes(value.text()), "with / as \\/"),
    ]
  }

  private static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .null, .bool, .number, .string: value
    case .array(let elements): .array(elements.map(sorted))
    case .object(let object):
      .object(
        JSONObject(
          object.members.sorted { $0.name < $1.name }
            .map { JSONMember($0.name, sorted($0.value)) }))
    }
  }

  /// Python's default: `{"a": 1, "b": [1, 2]}`.
  private static func spaced(_ value: JSONValue) -> String {
    switch value {
    case .null, .bool, .number, .string: return value.text()
    case .array(let elements): return "[" + elements.map(spaced).joined(separator: ", ") + "]"
    case .object(let object):
      let members = object.members.map {
        JSONValue.string($0.name).text() + ": " + spaced($0.value)
      }
      return "{" + members.joined(separator: ", ") + "}"
    }
  }

  /// PHP's and old Java libraries' way.
  private static func escapingSlashes(_ text: String) -> String {
    text.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/")
  }

  /// Microsoft's tokens for Graph carry the nonce of which the hash was signed.
  private static func hashedNonce(_ token: UnverifiedToken) -> [UInt8]? {
    guard let nonce = token.header["nonce"]?.string else { return nil }
    var header = token.header
    header["nonce"] = .string(Base64.url(Digest.sha256.hash(Array(nonce.utf8))))
    return Array(Base64.url(Array(header.text().utf8)).utf8)
  }
}
