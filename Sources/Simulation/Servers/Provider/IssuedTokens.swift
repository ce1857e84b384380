import Ledger
import Tokens
import Trace
import Wire

/// A token that this provider has issued, found again in its tables.
struct IssuedToken: Sendable {
  enum Kind: Sendable {
    case access, refresh
    /// Nothing is kept of ID tokens: they cannot be taken back.
    case identity
  }

  let kind: Kind
  let text: String
  let table: Table
  let key: RowKey
  let row: Row
  /// The client at the endpoint that asks about it.
  let caller: AuthenticatedClient

  var family: String? { row["family"] }
}

/// Finding tokens, and judging whether they are still good.
enum IssuedTokens {
  /// By its hash; or, where it is a JWT of this provider's, by its id.
  static func find(
    _ text: String, for caller: AuthenticatedClient, _ hand: Hand
  ) -> IssuedToken? {
    let hash = hand.key(hashing: text)
    for (kind, table) in [(IssuedToken.Kind.access, Table.access), (.refresh, .refresh)] {
      guard let row = hand.read(table, hash) else { continue }
      return IssuedToken(
        kind: kind, text: text, table: table, key: hash, row: row, caller: caller)
    }
    return signed(text, caller, hand)
  }

  private static func signed(
    _ text: String, _ caller: AuthenticatedClient, _ hand: Hand
  ) -> IssuedToken? {
    guard let unverified = try? UnverifiedToken(text) else { return nil }
    var expected = TokenPolicies.Expectation(
      issuer: hand.server.origin.origin, audience: hand.server.origin.origin,
      algorithm: hand.server.signatureAlgorithm, keys: hand.keys(of: hand.server))
    expected.isForAnybody = true
    expected.types = ["at+jwt", "JWT"]
    guard let token = TokenPolicies.verdict(text, expected, hand).accepted else { return nil }
    if unverified.type == "JWT" {
      return IssuedToken(
        kind: .identity, text: text, table: .access, key: RowKey(""), row: [], caller: caller)
    }
    let key = RowKey(token.claims["jti"]?.string ?? "")
    return hand.read(.access, key).map {
      IssuedToken(kind: .access, text: text, table: .access, key: key, row: $0, caller: caller)
    }
  }

  // Whether a token is still good. What is said when it is not differs from endpoint to endpoint.

  static func judgeExpiry(_ row: Row, _ now: Instant) -> Finding {
    let until = row["until"].flatMap { Int64($0) } ?? 0
    if now.seconds < until { return .holds }
    return .fails(
      expected: "a token within its lifetime",
      actual: "ended \(TimeSpan(seconds: now.seconds - until).text) ago")
  }

  static func judgeRevocation(_ row: Row) -> Finding {
    if row["used"] == "true" {
      return .fails(expected: "a token in use", actual: "exchanged for a newer one")
    }
    return row["revoked"] == "true"
      ? .fails(expected: "a token in use", actual: "revoked") : .holds
  }

  static func judgeFamily(_ family: String?, _ row: Row?) -> Finding {
    guard family != nil else { return .moot("it came without a refresh token") }
    return row?["revoked"] == "true"
      ? .fails(expected: "a grant in force", actual: "revoked") : .holds
  }

  static let notRevokedInfo = CheckInfo(
    "token-not-revoked", "the token was not taken back", "RFC 7009 2")
  static let grantInForceInfo = CheckInfo(
    "grant-in-force", "what the token came with was not taken back", "RFC 7009 2.1")
}
