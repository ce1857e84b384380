import Ledger
import Trace
import Wire

/// A device that asks again and again whether its user has decided (RFC 8628 3.4, 3.5).
enum DeviceGrant {
  struct Poll: Sendable {
    let client: AuthenticatedClient
    let key: RowKey
    /// As it was before this poll.
    let row: Row
  }

  private static func error(_ name: String, _ description: String) -> Refusal {
    .oauth(status: 400, error: name, description: description)
  }

  private static let codeKnown = Gate<AuthenticatedClient, Poll>(
    "device-code-known", "the device code was issued here", "RFC 8628 3.5"
  ) { client, sight in
    guard let code = client.request.field("device_code") else {
      return .refuse(
        TokenForm.invalid("device_code is missing"), expected: "a device code", actual: "none")
    }
    let key = sight.key(hashing: code)
    guard let row = sight.read(.devices, key) else {
      return .refuse(
        error("invalid_grant", "unknown device code"), expected: "a code issued here",
        actual: "an unknown code")
    }
    return .enter(Poll(client: client, key: key, row: row))
  }

  private static let clientMatches = Check<Poll>(
    CheckInfo("device-client-matches", "the device code is this client's", "RFC 8628 3.5"),
    else: error("invalid_grant", "the device code is another client's")
  ) { it, _ in
    it.row["client"] == it.client.name
      ? .holds : .fails(expected: it.row["client"] ?? "", actual: it.client.name)
  }

  private static let unexpired = Check<Poll>(
    CheckInfo("device-code-unexpired", "the device code is not expired", "RFC 8628 3.5"),
    else: error("expired_token", "the device code has expired")
  ) { it, seen in IssuedTokens.judgeExpiry(it.row, seen.now) }

  private static func isTooFast(_ row: Row, _ now: Instant) -> Bool {
    guard let last = row["polled"].flatMap({ Int64($0) }) else { return false }
    let interval = row["interval"].flatMap { Int64($0) } ?? DeviceAuthorization.interval
    return now.seconds - last < interval
  }

  /// Who asks too fast waits five seconds longer each time from then on.
  private static func remember(_ it: Poll, _ hand: Hand) {
    var row = it.row
    if isTooFast(row, hand.now) {
      let interval = row["interval"].flatMap { Int64($0) } ?? DeviceAuthorization.interval
      row.set("interval", String(interval + 5))
    }
    row.set("polled", String(hand.now.seconds))
    hand.write(.devices, it.key, row)
  }

  private static let slowEnough = Check<Poll>(
    CheckInfo("polling-slow-enough", "the device waits between its questions", "RFC 8628 3.5"),
    else: error("slow_down", "wait five seconds longer between two questions")
  ) { it, seen in
    isTooFast(it.row, seen.now)
      ? .fails(expected: "\(it.row["interval"] ?? "") seconds between", actual: "less") : .holds
  }

  private static let decided = Check<Poll>(
    CheckInfo("user-decided", "the user has decided", "RFC 8628 3.5"),
    else: error("authorization_pending", "the user has not decided yet")
  ) { it, _ in
    it.row["status"] == "pending" ? .fails(expected: "a decision", actual: "pending") : .holds
  }

  private static let approved = Check<Poll>(
    CheckInfo("user-approved", "the user has said yes", "RFC 8628 3.5"),
    else: error("access_denied", "the user said no")
  ) { it, _ in
    it.row["status"] == "denied" ? .fails(expected: "yes", actual: "no") : .holds
  }

  static let endpoint = ClientAuthentication.issuing(for: .deviceCode) { table, _ in
    table.gate(codeKnown)
      .checks([clientMatches, unexpired])
      .act { (it, hand) throws(Refusal) -> Poll in
        remember(it, hand)
        return it
      }
      .checks([slowEnough, decided, approved])
      .finish { it, hand in
        hand.write(.devices, it.key, nil)
        var grant = Grant(row: it.row, client: it.client.name)
        grant.bind(to: it.client)
        return grant.answer(refresh: RefreshTokens.begin(grant, hand), hand)
      }
  }
}
