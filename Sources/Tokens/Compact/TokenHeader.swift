import Wire

/// The header of a token: its members, and those that a verifier looks at, found in one pass.
///
/// A class, so that tokens under one header share it: an issuer's tokens have the same header until
/// it changes its key.
final class TokenHeader: Sendable {
  /// The protected header as it stands, base64url.
  let text: [UInt8]
  /// Protected and unprotected members together.
  let object: JSONObject
  /// The names that no signature covers.
  let unprotectedNames: [String]
  /// A name that stands twice, at any depth.
  let repeatedName: String?
  // Of a name that stands twice, the first.
  let algorithm: JSONValue?
  let keyID: JSONValue?
  let type: JSONValue?
  let critical: JSONValue?
  let isEncoded: JSONValue?
  let key: JSONValue?

  private init(text: [UInt8], _ protected: JSONObject, unprotected: JSONObject) {
    self.text = text
    object =
      unprotected.members.isEmpty
      ? protected : JSONObject(protected.members + unprotected.members)
    unprotectedNames = unprotected.names
    repeatedName = object.firstRepeatedName
    algorithm = object["alg"]
    keyID = object["kid"]
    type = object["typ"]
    critical = object["crit"]
    isEncoded = object["b64"]
    key = object["jwk"]
  }

  /// Reads the decoded bytes; a member that stands in both headers refuses (RFC 7515 7.2.1).
  static func read(
    _ bytes: [UInt8], text: [UInt8], unprotected: JSONObject
  ) -> Result<TokenHeader, TokenError> {
    let protected: JSONObject
    switch text.isEmpty ? .success(.object(JSONObject())) : JSONValue.reading(bytes) {
    case .success(let value):
      guard let object = value.object else {
        return .failure(TokenError(.header, offset: 0, .notAnObject(value.kind)))
      }
      protected = object
    case .failure(let error):
      return .failure(TokenError(.header, offset: error.offset * 4 / 3, .json(error)))
    }
    if let name = unprotected.names.first(where: { protected[$0] != nil }) {
      return .failure(TokenError(.header, offset: 0, .repeated(name)))
    }
    return .success(TokenHeader(text: text, protected, unprotected: unprotected))
  }
}

extension JSONValue {
  /// The value of strict JSON, or why there is none.
  static func reading(_ bytes: [UInt8]) -> Result<JSONValue, JSONError> {
    do throws(JSONError) {
      return .success(try JSONValue.parse(bytes))
    } catch {
      return .failure(error)
    }
  }
}
