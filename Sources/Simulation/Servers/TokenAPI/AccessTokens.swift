import Trace
import Wire

/// What a client may say at its login about the token that it wants.
struct TokenWishes {
  /// One service that it is to be for (as RFC 8707 has it).
  var resource: String?
  /// Only for reading.
  var isReadOnly = false
  /// The name that the user has given to the device.
  var device: String?

  init() {}

  init(_ form: [Pair]) {
    resource = form["resource"]
    isReadOnly = form["rights"] == "read"
    device = form["device"]
  }
}

/// Making an API's own access tokens.
enum AccessTokens {
  /// Thirty days: how long tokens live where nobody thought about it.
  private static let careless = TimeSpan(seconds: 30 * 86400)

  static func lifetime(_ hand: Hand) -> TimeSpan {
    hand.isOff("short-expiry") ? careless : hand.span(.accessLifetime)
  }

  /// For one service where the client names it, else for all of the issuer's.
  static func answer(
    user: String, row: Row, refresh: String, _ hand: Hand, wishes: TokenWishes = TokenWishes()
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
      "aud": audience(hand, wishes.resource), "role": .string(row["role"] ?? "user"),
      "iat": .integer(now), "exp": .integer(now + lifetime.seconds),
      "jti": .string(hand.uniqueID()),
      "ver": .integer(row["token_version"].flatMap { Int64($0) } ?? 1),
    ]
    addPersonalData(to: &claims, of: row, hand)
    let token = hand.issue(
      .access, payload(claims, device: wishes.device, hand), type: "JWT",
      header: header(wishes, hand), to: recipient(wishes.resource, hand))
    return JSONResponse.make(
      200,
      [
        "access_token": .string(token), "token_type": "Bearer",
        "expires_in": .integer(lifetime.seconds), "refresh_token": .string(refresh),
      ])
  }

  /// The claims as bytes, with the device's name at the end.
  private static func payload(_ claims: JSONObject, device: String?, _ hand: Hand) -> [UInt8] {
    var claims = claims
    guard let device else { return Array(claims.text().utf8) }
    guard hand.isOff("claims-as-data") else {
      claims["device"] = .string(device)
      return Array(claims.text().utf8)
    }
    hand.omit(
      "claims-as-data", "escape what the user has typed",
      would: "would have kept the device's name one name, whatever is in it")
    return Array("\(claims.text().dropLast()),\"device\":\"\(device)\"}".utf8)
  }

  /// An extension of these APIs that may not be overlooked (RFC 7515 4.1.11).
  private static func header(_ wishes: TokenWishes, _ hand: Hand) -> JSONObject {
    let name = BearerTokens.readOnly
    guard wishes.isReadOnly, hand.server.extensions.contains(name) else { return [:] }
    return JSONObject([JSONMember("crit", [.string(name)]), JSONMember(name, true)])
  }

  /// The one server that a token is for, where it wants its tokens encrypted.
  private static func recipient(_ resource: String?, _ hand: Hand) -> ServerSpec? {
    let names = audiences(hand, resource)
    guard names.count == 1 else { return nil }
    return hand.run.world.servers.first {
      $0.origin.origin == names[0] && $0.encryption != .none
    }
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
    let origins = audiences(hand, resource).map { JSONValue.string($0) }
    return origins.count == 1 ? origins[0] : .array(origins)
  }

  private static func audiences(_ hand: Hand, _ resource: String?) -> [String] {
    if let resource { return [resource] }
    let own = hand.server.name
    let others = hand.run.world.servers.filter {
      $0.trusts == own && ($0.role == .api || $0.role == .gateway)
    }
    return ([hand.server] + others).map(\.origin.origin)
  }
}
