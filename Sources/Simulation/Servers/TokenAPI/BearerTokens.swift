import Ledger
import Tokens
import Trace
import Wire

/// A request with a bearer token that this API goes on with.
struct Authorised: Sendable {
  let token: AcceptedToken
  let request: Request
  /// Whether this API keeps the issuer's tables, or only trusts its signature.
  let isIssuer: Bool

  var subject: String { token.claims["sub"]?.string ?? "" }
}

/// The table of an API endpoint that needs an access token (RFC 6750, RFC 9068).
enum BearerTokens {
  struct Presented: Sendable {
    let token: String
    let request: Request
  }

  static let present = Gate<Arrival, Presented>(
    "token-present", "the request carries a bearer token", "RFC 6750 2.1"
  ) { arrival, sight in
    guard let field = arrival.request.headers["Authorization"] else {
      return .refuse(
        .bearer(status: 401, error: nil, description: "", realm: sight.server.name),
        expected: "Authorization: Bearer", actual: "no Authorization header")
    }
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, ASCII.equalFolded(parts[0], "bearer") else {
      return .refuse(
        .bearer(
          status: 400, error: "invalid_request", description: "not a bearer token",
          realm: sight.server.name), expected: "Authorization: Bearer", actual: field)
    }
    return .enter(Presented(token: String(parts[1]), request: arrival.request))
  }

  /// Signature and claims alone: what every server can judge by itself.
  static let verified = pipeline().gate(present).ledger(TokenTable.access.rows, judge)

  /// The same, and what only the issuer's tables can tell.
  static let required = verified.checks([notRevoked, versionCurrent])

  private static func judge(
    _ presented: Presented, _ hand: Hand
  ) -> (rows: [LedgerRow], next: Admission<Authorised>) {
    let spec = hand.server
    let issuer = spec.trusts.flatMap { hand.server(named: $0) } ?? spec
    let expected = TokenPolicies.Expectation(
      issuer: issuer.origin.origin, audience: spec.origin.origin,
      algorithm: issuer.signatureAlgorithm, keys: hand.keys(of: issuer),
      types: issuer.role == .provider ? ["at+jwt"] : nil)
    let verdict = TokenPolicies.verdict(presented.token, expected, hand)
    let ledger = TokenTable.access.ledger(of: verdict)
    switch verdict.outcome {
    case .accepted(let token):
      return (
        ledger,
        .enter(
          Authorised(
            token: token, request: presented.request, isIssuer: issuer.name == spec.name))
      )
    case .refused(let refusal):
      let answer = Refusal.bearer(
        status: 401, error: "invalid_token", description: refusal.row.check.title,
        realm: spec.name)
      return (ledger, .refuse(answer, expected: "", actual: ""))
    }
  }

  private static func invalid(_ description: String) -> Refusal {
    .bearer(status: 401, error: "invalid_token", description: description, realm: "api")
  }

  /// State comes back: one read for each request.
  private static let notRevoked = Check<Authorised>(
    CheckInfo(
      "not-revoked", "the token's id is not on the blocklist", "RFC 7519 4.1.7",
      defence: "token-blocklist"), else: invalid("the token was revoked"),
    reads: { it in
      guard it.isIssuer, let id = it.token.claims["jti"]?.string else { return nil }
      return RowReference(table: .blocklist, key: RowKey(id))
    },
    judge: { it, seen in
      guard it.isIssuer else { return .moot("the list is at the issuer") }
      guard it.token.claims["jti"] != nil else { return .moot("the token has no jti") }
      return seen.row == nil
        ? .holds : .fails(expected: "a jti that is not listed", actual: "revoked at logout")
    })

  private static let versionCurrent = Check<Authorised>(
    CheckInfo(
      "version-current", "the token carries the user's current version", "RFC 7519 4.3",
      defence: "version-claim"), else: invalid("the token is from before a logout"),
    reads: { it in it.isIssuer ? RowReference(table: .users, key: RowKey(it.subject)) : nil },
    judge: { it, seen in
      guard it.isIssuer else { return .moot("the users are at the issuer") }
      let current = seen.row?["token_version"] ?? "no such user"
      let carried = it.token.claims["ver"]?.integer.map { String($0) } ?? "none"
      return carried == current
        ? .holds : .fails(expected: "version \(current)", actual: "version \(carried)")
    })
}
