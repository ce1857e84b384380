import Wire

/// The claims that a verifier judges (RFC 7519 4.1, OpenID Connect Core 2), found in one pass.
///
/// A class, because it is handed from judge to judge.
final class RegisteredClaims: Sendable {
  let expiry: JSONValue?
  let notBefore: JSONValue?
  let issuedAt: JSONValue?
  let issuer: JSONValue?
  let audience: JSONValue?
  let subject: JSONValue?
  let nonce: JSONValue?
  let accessTokenHash: JSONValue?

  /// Each name stands once in the object, or counts by the rule.
  init(_ claims: JSONObject, _ rule: DuplicateRule) {
    var places = ClaimPlaces()
    for index in claims.members.indices {
      // The names are ASCII in lower case, which nothing else is canonically equal to.
      switch claims.members[index].name {
      case "exp": places.expiry = rule.chosen(places.expiry, index)
      case "nbf": places.notBefore = rule.chosen(places.notBefore, index)
      case "iat": places.issuedAt = rule.chosen(places.issuedAt, index)
      case "iss": places.issuer = rule.chosen(places.issuer, index)
      case "aud": places.audience = rule.chosen(places.audience, index)
      case "sub": places.subject = rule.chosen(places.subject, index)
      case "nonce": places.nonce = rule.chosen(places.nonce, index)
      case "at_hash": places.accessTokenHash = rule.chosen(places.accessTokenHash, index)
      default: continue
      }
    }
    let members = claims.members
    expiry = places.expiry.map { members[$0].value }
    notBefore = places.notBefore.map { members[$0].value }
    issuedAt = places.issuedAt.map { members[$0].value }
    issuer = places.issuer.map { members[$0].value }
    audience = places.audience.map { members[$0].value }
    subject = places.subject.map { members[$0].value }
    nonce = places.nonce.map { members[$0].value }
    accessTokenHash = places.accessTokenHash.map { members[$0].value }
  }
}

/// Where in an object the registered claims stand.
private struct ClaimPlaces {
  var expiry: Int?
  var notBefore: Int?
  var issuedAt: Int?
  var issuer: Int?
  var audience: Int?
  var subject: Int?
  var nonce: Int?
  var accessTokenHash: Int?
}

extension DuplicateRule {
  fileprivate func chosen(_ earlier: Int?, _ index: Int) -> Int {
    switch self {
    case .first: earlier ?? index
    case .last: index
    }
  }
}
