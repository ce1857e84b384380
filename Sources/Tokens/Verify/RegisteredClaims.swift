import Wire

/// The claims that a verifier judges (RFC 7519 4.1, OpenID Connect Core 2), found in one pass.
struct RegisteredClaims {
  private(set) var expiry: JSONValue?
  private(set) var notBefore: JSONValue?
  private(set) var issuedAt: JSONValue?
  private(set) var issuer: JSONValue?
  private(set) var audience: JSONValue?
  private(set) var subject: JSONValue?
  private(set) var nonce: JSONValue?
  private(set) var accessTokenHash: JSONValue?

  /// Each name stands once in the object, or counts by the rule.
  init(_ claims: JSONObject, _ rule: DuplicateRule) {
    for member in claims.members {
      // The names are ASCII in lower case, which nothing else is canonically equal to.
      switch member.name {
      case "exp": take(member.value, into: &expiry, rule)
      case "nbf": take(member.value, into: &notBefore, rule)
      case "iat": take(member.value, into: &issuedAt, rule)
      case "iss": take(member.value, into: &issuer, rule)
      case "aud": take(member.value, into: &audience, rule)
      case "sub": take(member.value, into: &subject, rule)
      case "nonce": take(member.value, into: &nonce, rule)
      case "at_hash": take(member.value, into: &accessTokenHash, rule)
      default: continue
      }
    }
  }

  private func take(_ value: JSONValue, into place: inout JSONValue?, _ rule: DuplicateRule) {
    if place == nil || rule == .last { place = value }
  }
}

/// The members of a header that a verifier looks at, found in one pass.
struct RegisteredHeader: Sendable {
  private(set) var algorithm: JSONValue?
  private(set) var keyID: JSONValue?
  private(set) var type: JSONValue?
  private(set) var critical: JSONValue?
  private(set) var isEncoded: JSONValue?
  private(set) var key: JSONValue?

  init(_ header: JSONObject) {
    for member in header.members {
      switch member.name {
      case "alg": algorithm = algorithm ?? member.value
      case "kid": keyID = keyID ?? member.value
      case "typ": type = type ?? member.value
      case "crit": critical = critical ?? member.value
      case "b64": isEncoded = isEncoded ?? member.value
      case "jwk": key = key ?? member.value
      default: continue
      }
    }
  }
}

extension JSONObject {
  /// The first name that stands twice in one object, at any depth.
  var firstRepeatedName: String? {
    if hasFewMembers {
      if let name = repeatedNameByPairs { return name }
    } else if let name = duplicates.first {
      return name
    }
    for member in members {
      if let name = member.value.firstRepeatedName { return name }
    }
    return nil
  }

  /// Below this, comparing names in pairs costs less than making a table of them.
  private var hasFewMembers: Bool { members.count <= 16 }

  private var repeatedNameByPairs: String? {
    members.withUnsafeBufferPointer { members in
      for index in members.indices {
        for earlier in 0..<index
        // Unequal short names, the common case, are told apart without a walk.
        where members[earlier].name == members[index].name
          && members[earlier].name.hasSameBytes(as: members[index].name)
        {
          return members[index].name
        }
      }
      return nil
    }
  }
}

extension JSONValue {
  fileprivate var firstRepeatedName: String? {
    switch self {
    case .null, .bool, .number, .string: return nil
    case .array(let elements):
      for element in elements {
        if let name = element.firstRepeatedName { return name }
      }
      return nil
    case .object(let object): return object.firstRepeatedName
    }
  }
}
