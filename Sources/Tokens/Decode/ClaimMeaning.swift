/// What a registered name means, in one line, and who says so.
package struct ClaimMeaning: Hashable, Sendable {
  package let meaning: String
  package let reference: String
  /// Whether the value is a moment (a NumericDate).
  package let isTime: Bool

  private init(_ meaning: String, _ reference: String, isTime: Bool = false) {
    self.meaning = meaning
    self.reference = reference
    self.isTime = isTime
  }

  /// The meaning of a claim's name in a payload.
  package static func ofClaim(_ name: String) -> ClaimMeaning? { claims[name] }

  /// The meaning of a member's name in a header.
  package static func ofHeader(_ name: String) -> ClaimMeaning? { headers[name] }

  private static func time(_ meaning: String, _ reference: String) -> ClaimMeaning {
    ClaimMeaning(meaning, reference, isTime: true)
  }

  private static let claims: [String: ClaimMeaning] = [
    "iss": ClaimMeaning("who issued the token", "RFC 7519 4.1.1"),
    "sub": ClaimMeaning("whom it is about, unique at the issuer", "RFC 7519 4.1.2"),
    "aud": ClaimMeaning("for whom it is meant", "RFC 7519 4.1.3"),
    "exp": time("from when on it is refused", "RFC 7519 4.1.4"),
    "nbf": time("before when it is refused", "RFC 7519 4.1.5"),
    "iat": time("when it was issued", "RFC 7519 4.1.6"),
    "jti": ClaimMeaning("its own id, for blocklists and replays", "RFC 7519 4.1.7"),
    "azp": ClaimMeaning("the client it was issued to", "OpenID Connect Core 2"),
    "nonce": ClaimMeaning("ties the ID token to one request", "OpenID Connect Core 2"),
    "auth_time": time("when the user signed in", "OpenID Connect Core 2"),
    "at_hash": ClaimMeaning("half the hash of the access token", "OpenID Connect Core 3.1.3.6"),
    "c_hash": ClaimMeaning("half the hash of the code", "OpenID Connect Core 3.3.2.11"),
    "s_hash": ClaimMeaning("half the hash of the state", "FAPI 1.0 part 2 5.1"),
    "acr": ClaimMeaning("how strongly the user was authenticated", "OpenID Connect Core 2"),
    "amr": ClaimMeaning("by what means the user was authenticated", "RFC 8176"),
    "sid": ClaimMeaning("the session at the provider", "OpenID Connect Back-Channel Logout 2.1"),
    "events": ClaimMeaning("what happened", "RFC 8417 2.2"),
    "toe": time("when it happened", "RFC 8417 2.2"),
    "scope": ClaimMeaning("what the client may do", "RFC 8693 4.2"),
    "scp": ClaimMeaning("what the client may do, in a vendor's spelling", ""),
    "client_id": ClaimMeaning("the client that asked for it", "RFC 8693 4.3"),
    "cnf": ClaimMeaning("the key that its bearer must prove", "RFC 7800 3.1"),
    "act": ClaimMeaning("who acts for the subject", "RFC 8693 4.1"),
    "may_act": ClaimMeaning("who may act for the subject", "RFC 8693 4.4"),
    "htm": ClaimMeaning("the method of the request proven", "RFC 9449 4.2"),
    "htu": ClaimMeaning("the URL of the request proven", "RFC 9449 4.2"),
    "ath": ClaimMeaning("the hash of the access token used", "RFC 9449 4.2"),
    "roles": ClaimMeaning("roles of the user", "RFC 9068 2.2.3.1"),
    "groups": ClaimMeaning("groups of the user", "RFC 9068 2.2.3.1"),
    "entitlements": ClaimMeaning("rights of the user", "RFC 9068 2.2.3.1"),
    "authorization_details": ClaimMeaning("rights in detail", "RFC 9396"),
    "token_introspection": ClaimMeaning("an introspection response", "RFC 9701 5"),
    "name": ClaimMeaning("full name", "OpenID Connect Core 5.1"),
    "given_name": ClaimMeaning("first name", "OpenID Connect Core 5.1"),
    "family_name": ClaimMeaning("last name", "OpenID Connect Core 5.1"),
    "nickname": ClaimMeaning("nickname", "OpenID Connect Core 5.1"),
    "preferred_username": ClaimMeaning(
      "a name to show, not an identity", "OpenID Connect Core 5.1"),
    "email": ClaimMeaning("e-mail address, not an identity", "OpenID Connect Core 5.1"),
    "email_verified": ClaimMeaning(
      "whether the issuer checked the address", "OpenID Connect Core 5.1"),
    "phone_number": ClaimMeaning("telephone number", "OpenID Connect Core 5.1"),
    "phone_number_verified": ClaimMeaning(
      "whether the issuer checked it", "OpenID Connect Core 5.1"),
    "birthdate": ClaimMeaning("date of birth", "OpenID Connect Core 5.1"),
    "address": ClaimMeaning("postal address", "OpenID Connect Core 5.1.1"),
    "picture": ClaimMeaning("URL of a picture", "OpenID Connect Core 5.1"),
    "locale": ClaimMeaning("language and country", "OpenID Connect Core 5.1"),
    "zoneinfo": ClaimMeaning("time zone", "OpenID Connect Core 5.1"),
    "updated_at": time("when the profile last changed", "OpenID Connect Core 5.1"),
    "vc": ClaimMeaning("a verifiable credential", "W3C VC Data Model 1.1 6.3.1"),
    "vct": ClaimMeaning("the type of a verifiable credential", "SD-JWT VC 3.2.2.1"),
    "_sd": ClaimMeaning("hashes of claims to be disclosed", "RFC 9901 4.2.4.1"),
    "_sd_alg": ClaimMeaning("the hash for those", "RFC 9901 4.1.1"),
    "status": ClaimMeaning("where its revocation is published", "Token Status List 6.2"),
    "tid": ClaimMeaning("the tenant (Microsoft Entra)", ""),
    "oid": ClaimMeaning("the user's id in the tenant (Microsoft Entra)", ""),
    "upn": ClaimMeaning("a name to show, which may be reassigned (Microsoft Entra)", ""),
    "appid": ClaimMeaning("the client (Microsoft Entra v1)", ""),
    "realm_access": ClaimMeaning("roles in the realm (Keycloak)", ""),
    "resource_access": ClaimMeaning("roles at clients (Keycloak)", ""),
    "permissions": ClaimMeaning("what the user may do (Auth0)", ""),
    "token_use": ClaimMeaning("id or access (Amazon Cognito)", ""),
    "hd": ClaimMeaning("the Google Workspace domain", ""),
  ]

  private static let headers: [String: ClaimMeaning] = [
    "alg": ClaimMeaning("the algorithm; the reader must not let it choose", "RFC 7515 4.1.1"),
    "typ": ClaimMeaning("the kind of the whole token", "RFC 7515 4.1.9"),
    "cty": ClaimMeaning("the kind of the content", "RFC 7515 4.1.10"),
    "kid": ClaimMeaning("which key of the issuer", "RFC 7515 4.1.4"),
    "crit": ClaimMeaning("headers that must be understood", "RFC 7515 4.1.11"),
    "jku": ClaimMeaning("where keys are said to be; never to be followed", "RFC 7515 4.1.2"),
    "jwk": ClaimMeaning("a key brought along; proves possession only", "RFC 7515 4.1.3"),
    "x5u": ClaimMeaning(
      "where a certificate is said to be; never to be followed", "RFC 7515 4.1.5"),
    "x5c": ClaimMeaning("a certificate chain brought along", "RFC 7515 4.1.6"),
    "x5t": ClaimMeaning("SHA-1 of the certificate", "RFC 7515 4.1.7"),
    "x5t#S256": ClaimMeaning("SHA-256 of the certificate", "RFC 7515 4.1.8"),
    "b64": ClaimMeaning("whether the payload is encoded", "RFC 7797 3"),
    "enc": ClaimMeaning("how the content is encrypted", "RFC 7516 4.1.2"),
    "zip": ClaimMeaning("how the content is compressed", "RFC 7516 4.1.3"),
    "epk": ClaimMeaning("the sender's key for this token alone", "RFC 7518 4.6.1.1"),
    "apu": ClaimMeaning("about the sender, part of the key", "RFC 7518 4.6.1.2"),
    "apv": ClaimMeaning("about the reader, part of the key", "RFC 7518 4.6.1.3"),
    "iv": ClaimMeaning("the nonce of the key wrapping", "RFC 7518 4.7.1.1"),
    "tag": ClaimMeaning("the tag of the key wrapping", "RFC 7518 4.7.1.2"),
    "p2s": ClaimMeaning("the salt of the password", "RFC 7518 4.8.1.1"),
    "p2c": ClaimMeaning("how often the password is hashed", "RFC 7518 4.8.1.2"),
    "nonce": ClaimMeaning(
      "a replay guard; some providers hash it before they sign", "RFC 8555 6.5.2"),
    "url": ClaimMeaning("the URL of the request", "RFC 8555 6.4"),
  ]
}
