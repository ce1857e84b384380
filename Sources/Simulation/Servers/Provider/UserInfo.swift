import Ledger
import Trace
import Wire

/// The userinfo endpoint (OpenID Connect Core 5.3).
///
/// It stands at the issuer, so that a token which was taken back ends here at once.
enum UserInfo {
  /// A token with the row that was written when it was issued.
  struct Recorded: Sendable {
    let authorised: Authorised
    let row: Row

    func refusal(_ description: String) -> Refusal {
      authorised.refusal(401, "invalid_token", description)
    }
  }

  private static let issuedHere = Gate<Authorised, Recorded>(
    "token-known", "the token was issued here", "RFC 6750 3.1"
  ) { it, sight in
    let row = it.claims["jti"]?.string.flatMap { sight.read(.access, RowKey($0)) }
    guard let row else {
      return .refuse(
        it.refusal(401, "invalid_token", "nobody here has issued this token"),
        expected: "a token issued here", actual: "an unknown one")
    }
    return .enter(Recorded(authorised: it, row: row))
  }

  /// An opaque token means what its row says.
  private static let lookedUp = Gate<BearerTokens.Presented, Recorded>(
    "token-known", "the token was issued here", "RFC 6750 3.1"
  ) { presented, sight in
    guard let row = sight.read(.access, sight.key(hashing: presented.token)) else {
      return .refuse(
        .bearer(
          status: 401, error: "invalid_token", description: "nobody here has issued this token",
          challenge: presented.challenge), expected: "a token issued here",
        actual: "an unknown one")
    }
    var claims: JSONObject = [
      "sub": .string(row["sub"] ?? ""), "scope": .string(row["scope"] ?? ""),
    ]
    claims["cnf"] = row["jkt"].map { .object(["jkt": .string($0)]) }
    return .enter(
      Recorded(
        authorised: Authorised(
          claims: claims, token: presented.token, request: presented.request,
          challenge: presented.challenge, isIssuer: true), row: row))
  }

  private static let unexpired = Check<Recorded>(
    CheckInfo("token-unexpired", "the token is within its lifetime", "RFC 6750 3.1"),
    elseBy: { $0.refusal("the token has expired") }
  ) { it, seen in IssuedTokens.judgeExpiry(it.row, seen.now) }

  private static let notRevoked = Check<Recorded>(
    IssuedTokens.notRevokedInfo, elseBy: { $0.refusal("the token was revoked") }
  ) { it, _ in IssuedTokens.judgeRevocation(it.row) }

  private static let grantInForce = Check<Recorded>(
    IssuedTokens.grantInForceInfo, elseBy: { $0.refusal("the token was revoked") },
    reads: { it in
      it.row["family"].map { RowReference(table: .refresh, key: RefreshTokens.familyKey($0)) }
    },
    judge: { it, seen in IssuedTokens.judgeFamily(it.row["family"], seen.row) })

  private static func answer(_ table: Pipeline<Arrival, Recorded>) -> Endpoint {
    let good = table.checks([notRevoked, grantInForce])
      .act { (it, _) throws(Refusal) in it.authorised }
    return BoundTokens.endpoint(good) {
      $0.checks([BearerTokens.needs("openid")]).finish { it, hand in
        JSONResponse.make(200, .object(profile(of: it, hand)))
      }
    }
  }

  private static func profile(of it: Authorised, _ hand: Hand) -> JSONObject {
    let row = hand.read(.users, RowKey(it.subject)) ?? []
    var body: JSONObject = ["sub": .string(it.subject)]
    if let email = row["email"] { body["email"] = .string(email) }
    // Together with the address, where it was asked for (OpenID Connect Core 5.1, 5.4).
    if row["email"] != nil, it.scopes.contains("email") {
      body["email_verified"] = .bool(row["email_verified"] != "false")
    }
    return body
  }

  static let endpoint = Endpoint.either(
    answer(BearerTokens.verified.gate(issuedHere)),
    or: answer(pipeline().gate(BearerTokens.present).gate(lookedUp).checks([unexpired]))
  ) { $0.server.tokens == .jwt }
}
