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
  /// How the user signed in (`acr`).
  var level: String?
  /// The provider's session that it began in, as clients know it.
  var session: String?
  /// The APIs that the tokens are for; empty for all that trust the provider (RFC 8707).
  var resources: [String] = []
  /// Who acts for the subject (RFC 8693 4.1).
  var actor: JSONObject?
  /// The thumbprints of the keys that the access token and the refresh token are bound to.
  var key: String?
  var refreshKey: String?

  /// An ID token is for the moment of signing in.
  private static let identityLifetime: Int64 = 300

  private var scopes: [Substring] { scope.split(separator: " ") }

  /// What a code or a refresh token stands for; a new nonce comes with a new sign-in only.
  init(row: Row, client: String, scope: String? = nil) {
    subject = row["sub"] ?? row["user"] ?? ""
    self.client = client
    self.scope = scope ?? row["scope"] ?? ""
    family = row["family"]
    authTime = row["auth_time"].flatMap { Int64($0) }
    level = row["acr"]
    session = row["sid"]
    resources = (row["resource"] ?? "").split(separator: " ").map(String.init)
    refreshKey = row["jkt"]
  }

  /// A program's own, with nobody behind it.
  init(program: String, scope: String) {
    subject = program
    client = program
    self.scope = scope
  }

  /// What a refresh token's row keeps of the grant.
  var refreshFields: Row {
    var row = [
      Pair("client", client), Pair("scope", scope), Pair("auth_time", String(authTime ?? 0)),
    ]
    if let level { row.append(Pair("acr", level)) }
    if let session { row.append(Pair("sid", session)) }
    if !resources.isEmpty { row.append(Pair("resource", resources.joined(separator: " "))) }
    if let refreshKey { row.append(Pair("jkt", refreshKey)) }
    return row
  }

  /// The token response (RFC 6749 5.1, OpenID Connect Core 3.1.3.3).
  func answer(refresh: String?, _ hand: Hand, extra: JSONObject = [:]) -> Response {
    let access = accessToken(hand)
    var body: JSONObject = [
      "access_token": .string(access), "token_type": .string(scheme.rawValue),
      "expires_in": .integer(hand.span(.accessLifetime).seconds),
    ]
    body.members += extra.members
    if let refresh { body["refresh_token"] = .string(refresh) }
    body["scope"] = .string(scope)
    if scopes.contains("openid"), actor == nil {
      body["id_token"] = .string(identityToken(access, hand))
    }
    return JSONResponse.make(200, .object(body))
  }

  private var scheme: TokenScheme { key == nil ? .bearer : .dpop }

  /// The servers that may take the access token: those that were named; else the provider itself,
  /// where there is a user, and the APIs that trust it.
  private func audience(_ hand: Hand) -> [String] {
    if !resources.isEmpty { return resources }
    return (authTime == nil ? [] : [hand.server.origin.origin]) + hand.run.resources
  }

  /// The API among the audience that may act for the user at others (RFC 8693 4.4).
  private func deputy(_ audience: [String], _ hand: Hand) -> String? {
    hand.run.world.servers.first {
      $0.role == .api && $0.grants.contains(.tokenExchange) && audience.contains($0.origin.origin)
    }?.name
  }

  func accessToken(_ hand: Hand) -> String {
    let now = hand.now.seconds
    let until = now + hand.span(.accessLifetime).seconds
    let audience = audience(hand)
    var row = [
      Pair("sub", subject), Pair("client", client), Pair("scope", scope),
      Pair("aud", audience.joined(separator: " ")), Pair("iat", String(now)),
      Pair("until", String(until)), Pair("revoked", "false"),
    ]
    if let family { row.append(Pair("family", family)) }
    if let authTime { row.append(Pair("auth_time", String(authTime))) }
    if let level { row.append(Pair("acr", level)) }
    if let key { row.append(Pair("jkt", key)) }
    let deputy = deputy(audience, hand)
    if let deputy { row.append(Pair("may_act", deputy)) }
    if let actor { row.append(Pair("act", JSONValue.object(actor).text())) }
    switch hand.server.tokens {
    case .opaque:
      let token = hand.mint(.access, bytes: 32)
      hand.write(.access, hand.key(hashing: token), row)
      return token
    case .jwt:
      let id = hand.uniqueID()
      let token = hand.issue(
        .access, claims(id, audience, now, until, deputy, hand), type: "at+jwt")
      hand.write(.access, RowKey(id, secret: hand.secret(token)), row)
      return token
    }
  }

  /// A JWT access token's claims (RFC 9068 2.2).
  private func claims(
    _ id: String, _ audience: [String], _ now: Int64, _ until: Int64, _ deputy: String?,
    _ hand: Hand
  ) -> JSONObject {
    var claims: JSONObject = [
      "iss": .string(hand.server.origin.origin), "sub": .string(subject),
      "aud": audience.count == 1 ? .string(audience[0]) : .array(audience.map { .string($0) }),
      "client_id": .string(client), "scope": .string(scope), "iat": .integer(now),
      "exp": .integer(until), "jti": .string(id),
    ]
    // How the user signed in, for APIs that ask for more (RFC 9068 2.2.1).
    if let authTime { claims["auth_time"] = .integer(authTime) }
    if let level { claims["acr"] = .string(level) }
    if let key { claims["cnf"] = .object(["jkt": .string(key)]) }
    if let actor { claims["act"] = .object(actor) }
    if let deputy { claims["may_act"] = .object(["sub": .string(deputy)]) }
    return claims
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
    if let level { claims["acr"] = .string(level) }
    if let session { claims["sid"] = .string(session) }
    if let nonce { claims["nonce"] = .string(nonce) }
    let groups = hand.server.deployment.groups
    if groups > 0 {
      claims["groups"] = .array((1...groups).map { .string("croquet-\(1000 + $0)") })
    }
    claims["at_hash"] = .string(Base64.url(digest.prefix(16)))
    return hand.issue(.idToken, claims, type: "JWT")
  }
}
