import Cryptography
import Trace
import Wire

/// What a user has granted to a client, and the tokens that say so.
struct Grant {
  let subject: String
  let client: String
  let scope: String
  let family: String
  let nonce: String?
  let authTime: Int64

  /// An ID token is for the moment of signing in.
  private static let identityLifetime: Int64 = 300

  /// What a refresh token's row keeps of the grant.
  var refreshFields: Row {
    [Pair("client", client), Pair("scope", scope), Pair("auth_time", String(authTime))]
  }

  /// The token response (RFC 6749 5.1, OpenID Connect Core 3.1.3.3).
  func answer(refresh: String, _ hand: Hand) -> Response {
    let access = accessToken(hand)
    var body: JSONObject = [
      "access_token": .string(access), "token_type": "Bearer",
      "expires_in": .integer(hand.span(.accessLifetime).seconds),
      "refresh_token": .string(refresh), "scope": .string(scope),
    ]
    if scope.split(separator: " ").contains("openid") {
      body["id_token"] = .string(identityToken(access, hand))
    }
    return JSONResponse.make(200, .object(body))
  }

  /// A JWT access token (RFC 9068 2.2).
  private func accessToken(_ hand: Hand) -> String {
    let now = hand.now.seconds
    let audiences = hand.run.world.servers.filter {
      $0.trusts == hand.server.name && $0.role == .api
    }
    let origins = [hand.server.origin.origin] + audiences.map(\.origin.origin)
    let claims: JSONObject = [
      "iss": .string(hand.server.origin.origin), "sub": .string(subject),
      "aud": origins.count == 1 ? .string(origins[0]) : .array(origins.map { .string($0) }),
      "client_id": .string(client), "scope": .string(scope), "iat": .integer(now),
      "exp": .integer(now + hand.span(.accessLifetime).seconds),
      "jti": .string(hand.uniqueID()),
    ]
    return hand.issue(.access, claims, type: "at+jwt")
  }

  /// An ID token (OpenID Connect Core 2), which names the access token that came with it.
  private func identityToken(_ access: String, _ hand: Hand) -> String {
    let now = hand.now.seconds
    let digest = Digest.sha256.hash(Array(access.utf8))
    var claims: JSONObject = [
      "iss": .string(hand.server.origin.origin), "sub": .string(subject),
      "aud": .string(client), "iat": .integer(now), "exp": .integer(now + Self.identityLifetime),
      "auth_time": .integer(authTime),
    ]
    if let nonce { claims["nonce"] = .string(nonce) }
    claims["at_hash"] = .string(Base64.url(digest.prefix(16)))
    return hand.issue(.idToken, claims, type: "JWT")
  }
}
