import Ledger
import Tokens
import Trace
import Wire

/// Where a client hears from its provider that a session is over (OpenID Connect Back-Channel
/// Logout 2.5, 2.6).
enum LogoutNotice {
  struct Heard: Sendable {
    let claims: JSONObject
    var id: String { claims["jti"]?.string ?? "" }
  }

  private static func invalid(_ description: String) -> Refusal { TokenForm.invalid(description) }

  private static let tokenGiven = Gate<Arrival, String>(
    "logout-token-given", "the form carries a logout token",
    "OpenID Connect Back-Channel Logout 2.5"
  ) { arrival, _ in
    guard let token = arrival.request.field("logout_token") else {
      return .refuse(
        invalid("logout_token is missing"), expected: "a logout token", actual: "none")
    }
    return .enter(token)
  }

  private static func judge(
    _ token: String, _ hand: Hand
  ) -> (rows: [LedgerRow], next: Admission<Heard>) {
    let spec = hand.server
    guard let provider = spec.provider.flatMap({ hand.server(named: $0) }) else {
      preconditionFailure("an OAuth client has a provider")
    }
    var expected = TokenPolicies.Expectation(
      issuer: provider.origin.origin, audience: spec.name,
      algorithm: provider.signatureAlgorithm, keys: hand.keys(of: provider))
    expected.types = [LogoutTokens.type]
    expected.refusesFutureIssue = true
    let verdict = TokenPolicies.verdict(token, expected, hand)
    let rows = TokenTable.identity.ledger(of: verdict)
    switch verdict.outcome {
    case .accepted(let token): return (rows, .enter(Heard(claims: token.claims)))
    case .refused(let refusal):
      let words = "the logout token is not acceptable: \(refusal.row.check.title)"
      return (rows, .refuse(invalid(words), expected: "", actual: ""))
    }
  }

  private static let isEvent = Check<Heard>(
    CheckInfo(
      "logout-event", "the token says that it is about a logout",
      "OpenID Connect Back-Channel Logout 2.6"), else: invalid("no logout event")
  ) { heard, _ in
    heard.claims["events"]?[LogoutTokens.event] != nil
      ? .holds
      : .fails(expected: "events with \(LogoutTokens.event)", actual: "no such event")
  }

  private static let namesSession = Check<Heard>(
    CheckInfo(
      "logout-subject", "the token says whose session, or which",
      "OpenID Connect Back-Channel Logout 2.6"), else: invalid("neither sub nor sid")
  ) { heard, _ in
    heard.claims["sub"] == nil && heard.claims["sid"] == nil
      ? .fails(expected: "sub or sid", actual: "neither") : .holds
  }

  private static let withoutNonce = Check<Heard>(
    CheckInfo(
      "logout-without-nonce", "the token is no ID token", "OpenID Connect Back-Channel Logout 2.6"),
    else: invalid("a logout token has no nonce")
  ) { heard, _ in
    heard.claims["nonce"] == nil ? .holds : .fails(expected: "no nonce", actual: "one")
  }

  private static let once = Check<Heard>(
    CheckInfo(
      "logout-once", "the token was not heard before", "OpenID Connect Back-Channel Logout 2.6"),
    else: invalid("the logout token was used before"),
    reads: { heard in RowReference(table: .notices, key: RowKey(heard.id)) },
    judge: { _, seen in
      seen.row == nil ? .holds : .fails(expected: "a new jti", actual: "heard before")
    })

  static let endpoint = pipeline().gate(TokenForm.wellFormed).gate(tokenGiven)
    .ledger(TokenTable.identity.rows, judge)
    .checks([isEvent, namesSession, withoutNonce, once])
    .finish { heard, hand in
      let until = heard.claims["exp"]?.integer ?? 0
      hand.write(.notices, RowKey(heard.id), [Pair("until", String(until))])
      for (key, row) in hand.rows(.sessions) where concerns(heard, row) {
        hand.write(.sessions, key, nil)
      }
      return Response(200, headers: Headers([Pair("Cache-Control", "no-store")]))
    }

  /// One session, where it is named; else all that the user has here.
  private static func concerns(_ heard: Heard, _ row: Row) -> Bool {
    guard row["iss"] == heard.claims["iss"]?.string else { return false }
    if let sid = heard.claims["sid"]?.string { return row["sid"] == sid }
    return row["sub"] == heard.claims["sub"]?.string
  }
}
