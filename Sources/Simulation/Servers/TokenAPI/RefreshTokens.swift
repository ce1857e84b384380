import Ledger
import Trace
import Wire

/// Refresh tokens of an API: opaque, kept hashed, in families (RFC 9700 4.14.2).
enum RefreshTokens {
  struct Presented: Sendable {
    let token: String
    let key: RowKey
    let row: Row
    /// The client that brought it, at a provider.
    var client: String?
    var holder: AuthenticatedClient?
    /// What came along in the form, at a provider.
    var form: [Pair] = []
    /// The APIs whose tokens are issued there.
    var resources: [String] = []

    var user: String { row["user"] ?? "" }
    var family: String { row["family"] ?? "" }
    var isUsed: Bool { row["used"] == "true" }
    /// How long a used one is taken again, for requests that were on their way together.
    var grace: Int64 = 0

    func isSpent(_ now: Instant) -> Bool {
      guard isUsed else { return false }
      let usedAt = row["used_at"].flatMap { Int64($0) } ?? 0
      return now.seconds - usedAt > grace || grace == 0
    }
  }

  static func familyKey(_ family: String) -> RowKey { RowKey("family:" + family) }

  private static func invalid(_ description: String) -> Refusal {
    .oauth(status: 400, error: "invalid_grant", description: description)
  }

  static func mint(
    user: String, family: String, _ hand: Hand, extra: Row = []
  ) -> String {
    let token = hand.mint(.refresh, bytes: 32)
    let until = hand.now.advanced(by: hand.span(.refreshLifetime)).seconds
    hand.write(
      .refresh, hand.key(hashing: token),
      [
        Pair("user", user), Pair("family", family), Pair("until", String(until)),
        Pair("used", "false"),
      ] + extra)
    return token
  }

  /// The first refresh token of a grant, with the family that it begins.
  static func begin(_ grant: Grant, _ hand: Hand) -> String {
    let family = grant.family ?? hand.uniqueID()
    hand.write(.refresh, familyKey(family), [Pair("user", grant.subject)])
    return mint(user: grant.subject, family: family, hand, extra: grant.refreshFields)
  }

  /// Logout ends the family, where the defence is on.
  static func revoke(_ token: String, _ hand: Hand) {
    guard let row = hand.read(.refresh, hand.key(hashing: token)), let family = row["family"]
    else { return }
    let key = familyKey(family)
    if hand.isOff("revoke-on-logout") {
      hand.omit(
        "revoke-on-logout", "revoke the refresh tokens",
        would: "would have ended the family of \(hand.name(ofSecret: token))", table: .refresh,
        key: key)
    } else if var row = hand.read(.refresh, key) {
      row.set("revoked", "true")
      hand.write(.refresh, key, row)
    }
  }

  static let known = Gate<Arrival, Presented>(
    "refresh-known", "the refresh token was issued here", "RFC 6749 6"
  ) { arrival, sight in find(arrival.request, sight) }

  static func find(_ request: Request, _ sight: Sight) -> Admission<Presented> {
    guard let token = request.form["refresh_token"], !token.isEmpty else {
      return .refuse(
        .oauth(status: 400, error: "invalid_request", description: "no refresh_token"),
        expected: "a refresh_token", actual: "none")
    }
    let key = sight.key(hashing: token)
    guard let row = sight.read(.refresh, key) else {
      return .refuse(
        invalid("unknown refresh token"), expected: "a token issued here", actual: "unknown")
    }
    var presented = Presented(token: token, key: key, row: row)
    presented.grace = sight.span(.refreshGrace).seconds
    return .enter(presented)
  }

  static let unexpired = Check<Presented>(
    CheckInfo("refresh-unexpired", "the refresh token is not expired", "RFC 6749 6"),
    else: invalid("the refresh token has expired")
  ) { it, seen in
    let until = it.row["until"].flatMap { Int64($0) } ?? 0
    return seen.now.seconds < until
      ? .holds
      : .fails(
        expected: "before \(until)",
        actual: TimeSpan(seconds: seen.now.seconds - until).text
          + " late")
  }

  static let familyActive = Check<Presented>(
    CheckInfo("family-active", "the token's family was not revoked", "RFC 9700 4.14.2"),
    else: invalid("the token's family was revoked"),
    reads: { RowReference(table: .refresh, key: familyKey($0.family)) },
    judge: { _, seen in
      seen.row?["revoked"] == "true"
        ? .fails(expected: "an active family", actual: "revoked") : .holds
    })

  static let unused = Check<Presented>(
    CheckInfo(
      "refresh-unused", "the refresh token was not used before", "RFC 9700 4.14.2",
      defence: "refresh-rotation"), else: invalid("the refresh token was used before")
  ) { it, seen in
    if it.isUsed, !it.isSpent(seen.now) {
      return .moot("it was used within the last \(TimeSpan(seconds: it.grace).text)")
    }
    return it.isUsed ? .fails(expected: "unused", actual: "used before") : .holds
  }

  /// Two people hold the same token: nobody can tell which of them is the thief, so both lose it.
  static func detectReuse(_ it: Presented, _ hand: Hand) {
    guard it.isSpent(hand.now) else { return }
    let key = familyKey(it.family)
    if hand.isOff("reuse-detection") {
      hand.omit(
        "reuse-detection", "revoke the family",
        would: "would have ended every token that came of \(hand.name(ofSecret: it.token))",
        table: .refresh, key: key)
    } else if var row = hand.read(.refresh, key) {
      row.set("revoked", "true")
      hand.write(.refresh, key, row)
    }
  }

  static let endpoint = pipeline().gate(known).checks([unexpired])
    .act { (it, hand) throws(Refusal) -> Presented in
      detectReuse(it, hand)
      return it
    }
    .checks([unused, familyActive])
    .finish { it, hand in
      let next = rotate(it, hand)
      let user = hand.read(.users, RowKey(it.user)) ?? []
      return AccessTokens.answer(user: it.user, row: user, refresh: next, hand)
    }

  /// The token to use from now on: a new one, or the same where rotation is off.
  static func rotate(_ it: Presented, _ hand: Hand, extra: Row = []) -> String {
    if hand.isOff("refresh-rotation") {
      hand.omit(
        "refresh-rotation", "hand out a new refresh token",
        would: "would have made \(hand.name(ofSecret: it.token)) worthless")
      return it.token
    }
    var row = it.row
    if !it.isUsed {
      row.set("used", "true")
      if it.grace > 0 { row.set("used_at", String(hand.now.seconds)) }
      hand.write(.refresh, it.key, row)
    }
    return mint(user: it.user, family: it.family, hand, extra: extra)
  }
}
