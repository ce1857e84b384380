import Cryptography
import Ledger
import Trace
import Wire

/// A code that a client wants to exchange.
struct Redemption: Sendable {
  let client: AuthenticatedClient
  let code: String
  let key: RowKey
  let row: Row

  var form: [Pair] { client.request.form }
}

/// The authorization code grant (RFC 6749 4.1.3) with PKCE (RFC 7636 4.6).
enum CodeGrant {
  private static func invalidGrant(_ description: String) -> Refusal {
    .oauth(status: 400, error: "invalid_grant", description: description)
  }

  private static let codeKnown = Gate<AuthenticatedClient, Redemption>(
    "code-known", "the code was issued here", "RFC 6749 5.2"
  ) { client, sight in
    guard let code = client.request.field("code") else {
      return .refuse(
        .oauth(status: 400, error: "invalid_request", description: "code is missing"),
        expected: "a code", actual: "none")
    }
    let key = sight.key(hashing: code)
    guard let row = sight.read(.codes, key) else {
      return .refuse(
        invalidGrant("unknown code"), expected: "a code issued here", actual: "an unknown code")
    }
    return .enter(Redemption(client: client, code: code, key: key, row: row))
  }

  private static let clientMatches = Check<Redemption>(
    CheckInfo("code-client-matches", "the code was issued to this client", "RFC 6749 4.1.3"),
    else: invalidGrant("the code was issued to another client")
  ) { it, _ in
    it.row["client"] == it.client.name
      ? .holds : .fails(expected: it.row["client"] ?? "", actual: it.client.name)
  }

  private static let redirectMatches = Check<Redemption>(
    CheckInfo("redirect-uri-matches", "the redirect URI is that of the request", "RFC 6749 4.1.3"),
    else: invalidGrant("redirect_uri differs from the request's")
  ) { it, _ in
    let actual = it.client.request.field("redirect_uri")
    guard let expected = it.row["redirect_uri"] else {
      return actual == nil
        ? .moot("the request left it out") : .fails(expected: "none", actual: actual ?? "")
    }
    return actual == expected ? .holds : .fails(expected: expected, actual: actual ?? "none")
  }

  private static let verifierExpected = Check<Redemption>(
    CheckInfo(
      "verifier-expected", "no verifier comes without a challenge", "RFC 9700 4.8.2",
      defence: "verifier-needs-challenge"),
    else: .oauth(
      status: 400, error: "invalid_request", description: "a verifier without a challenge")
  ) { it, _ in
    guard it.row["code_challenge"] == nil else { return .moot("there was a challenge") }
    return it.form["code_verifier"] == nil
      ? .holds : .fails(expected: "no code_verifier", actual: "one")
  }

  private static let verifierMatches = Check<Redemption>(
    CheckInfo(
      "verifier-matches", "the verifier fits the challenge", "RFC 7636 4.6", defence: "pkce"),
    else: invalidGrant("the code verifier does not fit the challenge")
  ) { it, _ in
    guard let challenge = it.row["code_challenge"] else {
      return .moot("no challenge was sent with the authorization request")
    }
    guard let verifier = it.form["code_verifier"] else {
      return .fails(expected: "a verifier whose hash is \(challenge)", actual: "no verifier")
    }
    guard PKCE.isWellFormed(verifier) else {
      return .fails(
        expected: "43 to 128 letters, digits, or -._~", actual: "\(verifier.utf8.count) others")
    }
    let hash = PKCE.challenge(of: verifier)
    return hash.hasSameBytes(as: challenge)
      ? .holds : .fails(expected: challenge, actual: "a verifier whose hash is \(hash)")
  }

  private static let unused = Check<Redemption>(
    CheckInfo(
      "code-unused", "the code was not used before", "RFC 6749 4.1.2", defence: "one-time-code"),
    else: invalidGrant("the code was used before")
  ) { it, _ in
    it.row["used"] == "true" ? .fails(expected: "an unused code", actual: "used") : .holds
  }

  private static let unexpired = Check<Redemption>(
    CheckInfo("code-unexpired", "the code is not expired", "RFC 6749 4.1.2"),
    else: invalidGrant("the code has expired")
  ) { it, seen in
    let late = seen.now.seconds - (it.row["until"].flatMap { Int64($0) } ?? 0)
    return late < 0
      ? .holds
      : .fails(
        expected: "within its lifetime", actual: "\(TimeSpan(seconds: late).text) too late")
  }

  /// A replay that is otherwise valid means that two parties had the code: what it gave is revoked.
  private static func revokeDescendants(_ it: Redemption, _ hand: Hand) {
    guard it.row["used"] == "true", !hand.isOff("one-time-code") else { return }
    let key = RefreshTokens.familyKey(it.row["family"] ?? "")
    guard var row = hand.read(.refresh, key) else { return }
    row.set("revoked", "true")
    hand.write(.refresh, key, row)
    hand.note("Access tokens that are out already live on at APIs that verify alone.")
  }

  static let endpoint = ClientAuthentication.issuing(for: .authorizationCode) { table, isProven in
    let key = isProven ? [BoundClients.codeKeyMatches] : []
    return table.gate(codeKnown)
      .checks([clientMatches, redirectMatches, verifierExpected, verifierMatches] + key)
      .act { (it, hand) throws(Refusal) -> Redemption in
        revokeDescendants(it, hand)
        return it
      }
      .checks([
        unused, unexpired,
        Resources.granted(asked: \.form) { Resources.of($0.row, else: $0.client.resources) },
      ])
      .finish { it, hand in answer(it, hand) }
  }

  private static func answer(_ it: Redemption, _ hand: Hand) -> Response {
    markUsed(it, hand)
    var grant = Grant(row: it.row, client: it.client.name)
    grant.nonce = it.row["nonce"]
    grant.bind(to: it.client)
    let refresh = RefreshTokens.begin(grant, hand)
    grant.resources = Resources.narrowed(grant.resources, by: it.form)
    return grant.answer(refresh: refresh, hand)
  }

  private static func markUsed(_ it: Redemption, _ hand: Hand) {
    if hand.isOff("one-time-code") {
      hand.omit(
        "one-time-code", "mark the code as used",
        would: "would have made \(hand.name(ofSecret: it.code)) worthless", table: .codes,
        key: it.key)
      return
    }
    var row = it.row
    row.set("used", "true")
    hand.write(.codes, it.key, row)
  }
}
