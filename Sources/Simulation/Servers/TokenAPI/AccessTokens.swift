import Trace
import Wire

/// Making an API's own access tokens.
enum AccessTokens {
  /// Thirty days: how long tokens live where nobody thought about it.
  private static let careless = TimeSpan(seconds: 30 * 86400)

  static func lifetime(_ hand: Hand) -> TimeSpan {
    hand.isOff("short-expiry") ? careless : hand.span(.accessLifetime)
  }

  /// For one service where the client names it (as RFC 8707 has it), else for all of the issuer's.
  static func answer(
    user: String, row: Row, refresh: String, _ hand: Hand, resource: String? = nil
  ) -> Response {
    let lifetime = lifetime(hand)
    if hand.isOff("short-expiry") {
      hand.omit(
        "short-expiry", "15 minutes instead of 30 days",
        would: "would have ended the token after \(hand.span(.accessLifetime).text)")
    }
    let now = hand.now.seconds
    var claims: JSONObject = [
      "iss": .string(hand.server.origin.origin), "sub": .string(user),
      "aud": audience(hand, resource), "role": .string(row["role"] ?? "user"),
      "iat": .integer(now), "exp": .integer(now + lifetime.seconds),
      "jti": .string(hand.uniqueID()),
      "ver": .integer(row["token_version"].flatMap { Int64($0) } ?? 1),
    ]
    addPersonalData(to: &claims, of: row, hand)
    let token = hand.issue(.access, claims, type: "JWT")
    return JSONResponse.make(
      200,
      [
        "access_token": .string(token), "token_type": "Bearer",
        "expires_in": .integer(lifetime.seconds), "refresh_token": .string(refresh),
      ])
  }

  /// What is convenient to have in a token, and readable for everybody who sees one.
  private static func addPersonalData(to claims: inout JSONObject, of row: Row, _ hand: Hand) {
    guard let email = row["email"], hand.isOff("lean-claims") else { return }
    claims["email"] = .string(email)
    hand.omit(
      "lean-claims", "leave personal data out of the token",
      would: "would have kept the e-mail address on the server")
  }

  /// The issuer and every service that takes its tokens; a list only where there are several.
  private static func audience(_ hand: Hand, _ resource: String?) -> JSONValue {
    if let resource { return .string(resource) }
    let own = hand.server.name
    let names =
      [hand.server] + hand.run.world.servers.filter { $0.trusts == own && $0.role == .api }
    let origins = names.map { JSONValue.string($0.origin.origin) }
    return origins.count == 1 ? origins[0] : .array(origins)
  }
}
