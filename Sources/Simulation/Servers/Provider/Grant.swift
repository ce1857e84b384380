import Cryptography
import Trace
import Wire

/// What somebody may do through a client, and the tokens that say so.
struct Grant {
  /// The user; the client itself where it acts for nobody (RFC 9068 2.2).
  let subject: String
  let client: String
  let scope: String
  /// The refresh tokens that it ends with; nil where there are none.
  var family: String?
  var nonce: String?
  /// When the user signed in; nil where nobody did.
  var authTime: Int64?

  /// An ID token is for the moment of signing in.
  private static let identityLifetime: Int64 = 300

  private var scopes: [Substring] { scope.split(separator: " ") }

  /// What a refresh token's row keeps of the grant.
  var refreshFields: Row {
    [
      Pair("client", client), Pair("scope", scope), Pair("auth_time", String(authTime ?? 0)),
    ]
  }

  /// The token response (RFC 6749 5.1, OpenID Connect Core 3.1.3.3).
  func answer(refresh: String?, _ hand: Hand) -> Response {
    let access = accessToken(hand)
    var body: JSONObject = [
      "access_token": .string(access), "token_type": "Bearer",
      "expires_in": .integer(hand.span(.accessLifetime).seconds),
    ]
    if let refresh { body["refresh_token"] = .string(refresh) }
    body["scope"] = .string(scope)
    if scopes.contains("openid") { body["id_token"] = .string(identityToken(access, hand)) }
    return JSONResponse.make(200, .object(body))
  }

  /// The servers that may take the access token: the provider itself and the APIs that trust it.
  private func audience(_ hand: Hand) -> [String] {
    let name = hand.server.name
    let apis = hand.run.world.servers.filter { $0.trusts == name && $0.role == .api }
    let own = authTime == nil ? [] : [hand.server.origin.origin]
    return own + apis.map(\.origin.origin)
  }

  private func accessToken(_ hand: Hand) -> String {
    let now = hand.now.seconds
    let until = now + hand.span(.accessLifetime).seconds
    let audience = audience(hand)
    var row = [
      Pair("sub", subject), Pair("client", client), Pair("scope", scope),
      Pair("aud", audience.joined(separator: " ")), Pair("iat", String(now)),
      Pair("until", String(until)), Pair("revoked", "false"),
    ]
    if let family { row.append(Pair("family", family)) }
    switch hand.server.tokens {
    case .opaque:
      let token = hand.mint(.access, bytes: 32)
      hand.write(.access, hand.key(hashing: token), row)
      return token
    case .jwt:
      let id = hand.uniqueID()
      let token = hand.issue(.access, claims(id, audience, now, until, hand), type: "at+jwt")
      hand.write(.access, RowKey(id, secret: hand.secret(token)), row)
      return token
    }
  }

  /// A JWT access token's claims (RFC 9068 2.2).
  private func claims(
    _ id: String, _ audience: [String], _ now: Int64, _ until: Int64, _ hand: Hand
  ) -> JSONObject {
    [
      "iss": .string(hand.server.origin.origin), "sub": .string(subject),
      "aud": audience.count == 1 ? .string(audience[0]) : .array(audience.map { .string($0) }),
      "client_id": .string(client), "scope": .string(scope), "iat": .integer(now),
      "exp": .integer(until), "jti": .string(id),
    ]
  }

  /// An ID token (OpenID Connect Core 2), which names the access token that came with it.
  private func identityToken(_ access: String, _ hand: Hand) -> String {
    let now = hand.now.seconds
    let digest = Digest.sha256.hash(Array(access.utf8))
    var claims: JSONObject = [
      "iss": .string(hand.server.origin.origin), "sub": .string(subject),
      "aud": .string(client), "iat": .integer(now), "exp": .integer(now + Self.identityLifetime),
    ]
    if let authTime { claims["auth_time"] = .integer(authTime) }
    if let nonce { claims["nonce"] = .string(nonce) }
    claims["at_hash"] = .string(Base64.url(digest.prefix(16)))
    return hand.issue(.idToken, claims, type: "JWT")
  }
}
