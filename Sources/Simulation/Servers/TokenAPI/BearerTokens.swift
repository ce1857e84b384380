import Ledger
import Tokens
import Trace
import Wire

/// A request with a bearer token that this API goes on with.
struct Authorised: Sendable {
  /// What the token says, or what its issuer says of it.
  let claims: JSONObject
  let token: String
  let request: Request
  let challenge: TokenChallenge
  /// Whether this API keeps the issuer's tables, or only trusts its word.
  let isIssuer: Bool
  var proof: Proof?
  /// Where the blocklist has it, if it is there.
  var listKey: RowKey?
  /// Whether its header says that it is only for reading; nil where this API has never heard of
  /// such a header.
  var isReadOnly: Bool?

  var subject: String { claims["sub"]?.string ?? "" }
  var scopes: [String] {
    (claims["scope"]?.string ?? "").split(separator: " ").map(String.init)
  }

  func refusal(
    _ status: Int, _ error: String, _ description: String, _ attributes: [Pair] = []
  ) -> Refusal {
    .bearer(
      status: status, error: error, description: description, challenge: challenge,
      attributes: attributes)
  }
}

/// The table of an API endpoint that needs an access token (RFC 6750, RFC 9068).
enum BearerTokens {
  struct Presented: Sendable {
    let token: String
    let request: Request
    let challenge: TokenChallenge
  }

  static let present = Gate<Arrival, Presented>(
    "token-present", "the request carries an access token", "RFC 6750 2.1"
  ) { arrival, sight in
    let takesProofs = !sight.isQuietlyOff("dpop")
    let plain = TokenChallenge(realm: sight.server.name, takesProofs: takesProofs)
    let expected = takesProofs ? "Authorization: DPoP or Bearer" : "Authorization: Bearer"
    guard let field = arrival.request.headers["Authorization"] else {
      return .refuse(
        .bearer(status: 401, error: nil, description: "", challenge: plain),
        expected: expected, actual: "no Authorization header")
    }
    let parts = field.split(separator: " ", maxSplits: 1)
    let scheme = parts.first.flatMap { word in
      [TokenScheme.bearer, .dpop].first { ASCII.equalFolded(word, $0.rawValue) }
    }
    if scheme == .dpop { sight.turns(on: "dpop") }
    guard parts.count == 2, let scheme, scheme == .bearer || takesProofs else {
      return .refuse(
        .bearer(
          status: 400, error: "invalid_request", description: "not an access token",
          challenge: plain), expected: expected, actual: field)
    }
    return .enter(
      Presented(
        token: String(parts[1]), request: arrival.request,
        challenge: TokenChallenge(
          realm: sight.server.name, scheme: scheme, takesProofs: takesProofs)))
  }

  /// Signature and claims alone: what every server can judge by itself.
  static let verified = pipeline().gate(present).ledger(TokenTable.access.rows, judge)

  /// The same, and what only the issuer's tables can tell.
  static let required = verified.checks(issuersOwn)

  static let issuersOwn = [notRevoked, versionCurrent]

  /// An endpoint that needs a token, however this API finds out what it is good for.
  static func endpoint(
    _ build: (Pipeline<Arrival, Authorised>) -> Endpoint
  ) -> Endpoint {
    .either(
      readHere(build), or: BoundTokens.endpoint(IntrospectedTokens.table, build)
    ) { $0.server.verify == .alone }
  }

  /// An endpoint of an API that reads tokens itself, encrypted or not.
  static func readHere(
    _ build: (Pipeline<Arrival, Authorised>) -> Endpoint
  ) -> Endpoint {
    .either(
      BoundTokens.endpoint(required, build),
      or: BoundTokens.endpoint(EncryptedTokens.required, build)
    ) { $0.server.encryption == .none }
  }

  /// Refuses a token whose scope does not hold the word (RFC 6750 3.1).
  static func needs(_ scope: String) -> Check<Authorised> {
    Check(
      CheckInfo("scope-sufficient", "the token's scope is enough for this", "RFC 6750 3.1"),
      elseBy: {
        $0.refusal(
          403, "insufficient_scope", "this needs the scope \(scope)", [Pair("scope", scope)])
      }
    ) { it, _ in
      let scopes = it.scopes
      return scopes.contains(scope)
        ? .holds
        : .fails(
          expected: scope, actual: scopes.isEmpty ? "no scope" : scopes.joined(separator: " "))
    }
  }

  /// A client's own token names the client as its subject (RFC 9068 2.2), and a client may be called
  /// like a user.
  static let speaksOfUser = Check<Authorised>(
    CheckInfo(
      "subject-is-user", "the token speaks of a user, not of a client", "RFC 9700 4.15",
      defence: "user-tokens"),
    elseBy: { $0.refusal(401, "invalid_token", "this needs the token of a user") }
  ) { it, _ in
    guard let client = it.claims["client_id"]?.string else { return .moot("it names no client") }
    return client == it.subject
      ? .fails(expected: "a user's token", actual: "the own token of the client \(client)") : .holds
  }

  /// What changes something needs a token that is for more than reading.
  static let mayWrite = Check<Authorised>(
    CheckInfo("may-write", "the token is not for reading only", "RFC 7515 4.1.11"),
    elseBy: { $0.refusal(403, "insufficient_scope", "the token is for reading only") }
  ) { it, _ in
    guard let isReadOnly = it.isReadOnly else { return .moot("this API knows no such header") }
    return isReadOnly
      ? .fails(expected: "a token for writing", actual: "read-only in its header") : .holds
  }

  static func judge(
    _ presented: Presented, _ hand: Hand
  ) -> (rows: [LedgerRow], next: Admission<Authorised>) {
    let spec = hand.server
    let issuer = spec.trusts.flatMap { hand.server(named: $0) } ?? spec
    let expected = TokenPolicies.Expectation(
      issuer: issuer.origin.origin, audience: spec.origin.origin,
      algorithm: issuer.signatureAlgorithm, keys: hand.keys(of: issuer, for: presented.token),
      types: issuer.role == .provider ? ["at+jwt"] : nil, isInside: spec.encryption != .none)
    let verdict = TokenPolicies.verdict(presented.token, expected, hand)
    let ledger = TokenTable.access.ledger(of: verdict)
    switch verdict.outcome {
    case .accepted(let token):
      var it = Authorised(
        claims: token.claims, token: presented.token, request: presented.request,
        challenge: presented.challenge, isIssuer: issuer.name == spec.name)
      it.listKey = listKey(of: it, hand)
      if spec.extensions.contains(readOnly) {
        it.isReadOnly = token.token.header[readOnly]?.bool ?? false
      }
      return (ledger, .enter(it))
    case .refused(let refusal):
      let answer = Refusal.bearer(
        status: 401, error: "invalid_token", description: refusal.row.check.title,
        challenge: presented.challenge)
      return (ledger, .refuse(answer, expected: "", actual: ""))
    }
  }

  /// The header member of a token that is only for reading: an extension of these APIs.
  static let readOnly = "read-only"

  /// A list of ids is looked through by `jti`; a list of tokens, by the text that came.
  private static func listKey(of it: Authorised, _ hand: Hand) -> RowKey? {
    if hand.run.quietLevel("token-blocklist") == "text" { return hand.key(hashing: it.token) }
    return it.claims["jti"]?.string.map { RowKey($0) }
  }

  /// State comes back: one read for each request.
  private static let notRevoked = Check<Authorised>(
    CheckInfo(
      "not-revoked", "the token's id is not on the blocklist", "RFC 7519 4.1.7",
      defence: "token-blocklist"),
    elseBy: { $0.refusal(401, "invalid_token", "the token was revoked") },
    reads: { it in
      guard it.isIssuer, let key = it.listKey else { return nil }
      return RowReference(table: .blocklist, key: key)
    },
    judge: { it, seen in
      guard it.isIssuer else { return .moot("the list is at the issuer") }
      guard it.listKey != nil else { return .moot("the token has no jti") }
      return seen.row == nil
        ? .holds : .fails(expected: "a token that is not listed", actual: "revoked at logout")
    })

  private static let versionCurrent = Check<Authorised>(
    CheckInfo(
      "version-current", "the token carries the user's current version", "RFC 7519 4.3",
      defence: "version-claim"),
    elseBy: { $0.refusal(401, "invalid_token", "the token is from before a logout") },
    reads: { it in it.isIssuer ? RowReference(table: .users, key: RowKey(it.subject)) : nil },
    judge: { it, seen in
      guard it.isIssuer else { return .moot("the users are at the issuer") }
      let current = seen.row?["token_version"] ?? "no such user"
      let carried = it.claims["ver"]?.integer.map { String($0) } ?? "none"
      return carried == current
        ? .holds : .fails(expected: "version \(current)", actual: "version \(carried)")
    })
}
