import Ledger
import Trace
import Wire

/// The introspection endpoint (RFC 7662): what a token is good for, told to those who may ask.
///
/// Whatever is wrong with the token, the answer is the same, so that nobody learns more from it.
enum Introspection {
  private static let known = Gate<IntrospectedToken, IssuedToken>(
    "token-known", "the token was issued here", "RFC 7662 2.2"
  ) { it, _ in
    guard let token = it.token else {
      return .refuse(.inactive, expected: "a token issued here", actual: "an unknown one")
    }
    if case .identity = token.kind {
      return .refuse(.inactive, expected: "an access or refresh token", actual: "an ID token")
    }
    return .enter(token)
  }

  struct IntrospectedToken: Sendable {
    let token: IssuedToken?
  }

  static let tokenGiven = Gate<AuthenticatedClient, AuthenticatedClient>(
    "token-given", "the form says which token", "RFC 7662 2.1"
  ) { client, _ in
    client.request.field("token") == nil
      ? .refuse(TokenForm.invalid("token is missing"), expected: "a token", actual: "none")
      : .enter(client)
  }

  private static let unexpired = Check<IssuedToken>(
    CheckInfo("token-unexpired", "the token is within its lifetime", "RFC 7662 2.2"),
    else: .inactive
  ) { it, seen in IssuedTokens.judgeExpiry(it.row, seen.now) }

  private static let notRevoked = Check<IssuedToken>(
    IssuedTokens.notRevokedInfo, else: .inactive
  ) { it, _ in IssuedTokens.judgeRevocation(it.row) }

  private static let grantInForce = Check<IssuedToken>(
    IssuedTokens.grantInForceInfo, else: .inactive,
    reads: { it in
      it.family.map { RowReference(table: .refresh, key: RefreshTokens.familyKey($0)) }
    },
    judge: { it, seen in IssuedTokens.judgeFamily(it.family, seen.row) })

  /// An API is told of tokens that are meant for it, a client of those that it was given.
  private static let callersBusiness = Check<IssuedToken>(
    CheckInfo("token-for-caller", "the token concerns the one who asks", "RFC 7662 4"),
    else: .inactive
  ) { it, _ in
    let audience = (it.row["aud"] ?? "").split(separator: " ").map(String.init)
    if it.row["client"] == it.caller.name { return .holds }
    guard let own = it.caller.row["audience"] else {
      return .fails(expected: "a token of \(it.caller.name)", actual: it.row["client"] ?? "")
    }
    return audience.contains(own)
      ? .holds : .fails(expected: own, actual: audience.joined(separator: " "))
  }

  static let endpoint = ClientAuthentication.endpoint {
    $0.checks([ClientAuthentication.confidential("RFC 7662 2.1")]).gate(tokenGiven)
      .act { (client, hand) throws(Refusal) -> IntrospectedToken in
        let text = client.request.field("token") ?? ""
        return IntrospectedToken(token: IssuedTokens.find(text, for: client, hand))
      }
      .gate(known)
      .checks([unexpired, notRevoked, grantInForce, callersBusiness])
      .finish { it, hand in JSONResponse.make(200, .object(body(it, hand))) }
  }

  private static func body(_ it: IssuedToken, _ hand: Hand) -> JSONObject {
    func number(_ name: String) -> JSONValue? {
      it.row[name].flatMap { Int64($0) }.map { .integer($0) }
    }
    var body: JSONObject = ["active": true]
    body["scope"] = it.row["scope"].map { .string($0) }
    body["client_id"] = it.row["client"].map { .string($0) }
    let scheme = it.row["jkt"] == nil ? TokenScheme.bearer : .dpop
    if case .access = it.kind { body["token_type"] = .string(scheme.rawValue) }
    body["iss"] = .string(hand.server.origin.origin)
    body["sub"] = (it.row["sub"] ?? it.row["user"]).map { .string($0) }
    let audience = (it.row["aud"] ?? "").split(separator: " ").map { JSONValue.string(String($0)) }
    if !audience.isEmpty { body["aud"] = audience.count == 1 ? audience[0] : .array(audience) }
    // The API holds the proof against it (RFC 9449 6.2).
    body["cnf"] = it.row["jkt"].map { .object(["jkt": .string($0)]) }
    body["act"] = it.row["act"].flatMap { try? JSONValue.parse($0) }
    body["auth_time"] = number("auth_time")
    body["acr"] = it.row["acr"].map { .string($0) }
    body["iat"] = number("iat")
    body["exp"] = number("until")
    return body
  }
}
