import Wire

/// The claims that a verifier judges (RFC 7519 4.1, OpenID Connect Core 2), found in one pass.
struct RegisteredClaims {
  private let members: [JSONMember]
  // Where they stand in the object; -1 for one that does not.
  private var places = Places()

  private struct Places {
    var expiry = -1
    var notBefore = -1
    var issuedAt = -1
    var issuer = -1
    var audience = -1
    var subject = -1
    var nonce = -1
    var accessTokenHash = -1
  }

  /// Each name stands once in the object, or counts by the rule.
  init(_ claims: JSONObject, _ rule: DuplicateRule) {
    members = claims.members
    for index in members.indices {
      let key = members[index].name.shortKey
      if key == ShortKey.exp {
        rule.choose(&places.expiry, index)
      } else if key == ShortKey.nbf {
        rule.choose(&places.notBefore, index)
      } else if key == ShortKey.iat {
        rule.choose(&places.issuedAt, index)
      } else if key == ShortKey.iss {
        rule.choose(&places.issuer, index)
      } else if key == ShortKey.aud {
        rule.choose(&places.audience, index)
      } else if key == ShortKey.sub {
        rule.choose(&places.subject, index)
      } else if key == ShortKey.nonce {
        rule.choose(&places.nonce, index)
      } else if key == ShortKey.hash {
        rule.choose(&places.accessTokenHash, index)
      }
    }
  }

  var expiry: JSONValue? { value(places.expiry) }
  var notBefore: JSONValue? { value(places.notBefore) }
  var issuedAt: JSONValue? { value(places.issuedAt) }
  var issuer: JSONValue? { value(places.issuer) }
  var audience: JSONValue? { value(places.audience) }
  var subject: JSONValue? { value(places.subject) }
  var nonce: JSONValue? { value(places.nonce) }
  var accessTokenHash: JSONValue? { value(places.accessTokenHash) }

  private func value(_ place: Int) -> JSONValue? { place < 0 ? nil : members[place].value }
}

extension DuplicateRule {
  fileprivate func choose(_ place: inout Int, _ index: Int) {
    switch self {
    case .first: if place < 0 { place = index }
    case .last: place = index
    }
  }
}

/// The short keys of the names, written out so that they cost nothing.
enum ShortKey {
  static var exp: UInt64 { 0x1_65_78_70 }
  static var nbf: UInt64 { 0x1_6e_62_66 }
  static var iat: UInt64 { 0x1_69_61_74 }
  static var iss: UInt64 { 0x1_69_73_73 }
  static var aud: UInt64 { 0x1_61_75_64 }
  static var sub: UInt64 { 0x1_73_75_62 }
  static var nonce: UInt64 { 0x1_6e_6f_6e_63_65 }
  static var hash: UInt64 { 0x1_61_74_5f_68_61_73_68 }
}
