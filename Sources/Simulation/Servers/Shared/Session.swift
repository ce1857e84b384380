import Ledger
import Trace
import Wire

/// A browser's session at a server: the id in the cookie, the row in the store.
struct Session: Sendable {
  let key: RowKey
  let row: Row
  /// The request that brought the id.
  let request: Request

  var user: String { row["user"] ?? "" }
}

/// Session handling that every cookie application shares.
enum Sessions {
  /// A row is touched at most once a minute, so that reading pages does not write each time.
  private static let touchInterval = TimeSpan(seconds: 60)

  struct Presented: Sendable {
    let id: String
    let request: Request
  }

  static let cookiePresent = Gate<Arrival, Presented>(
    "cookie-present", "the request carries a session cookie", "RFC 6265bis 5.8"
  ) { arrival, sight in
    guard let id = SessionCookie.id(in: arrival.request, sight) else {
      return .refuse(
        .loginPage, expected: "a cookie \(SessionCookie.name(sight))", actual: "none")
    }
    return .enter(Presented(id: id, request: arrival.request))
  }

  static let known = Gate<Presented, Session>(
    "session-known", "the store knows the session id", "OWASP ASVS 7.2.1"
  ) { presented, sight in
    let key = key(of: presented.id, sight)
    guard let row = row(of: presented.id, key, sight) else {
      return .refuse(
        .loginPage, expected: "a row for \(sight.name(ofSecret: presented.id))",
        actual: "no such row")
    }
    return .enter(Session(key: key, row: row, request: presented.request))
  }

  static let timeouts: [Check<Session>] = [
    Check(
      CheckInfo(
        "session-not-idle", "the session was used lately", "OWASP ASVS 7.3.1",
        defence: "idle-timeout"), else: .loginPage
    ) { session, seen in judge(session.row["idle-until"], seen.now, "idle") },
    Check(
      CheckInfo(
        "session-not-too-old", "the session is not too old", "OWASP ASVS 7.3.2",
        defence: "absolute-timeout"), else: .loginPage
    ) { session, seen in judge(session.row["until"], seen.now, "over") },
  ]

  private static func judge(_ limit: String?, _ now: Instant, _ word: String) -> Finding {
    guard let limit = limit.flatMap({ Int64($0) }) else { return .moot("the row has no limit") }
    if now.seconds < limit { return .holds }
    let late = TimeSpan(seconds: now.seconds - limit)
    return .fails(expected: "a session in use", actual: "\(word) since \(late.text)")
  }

  /// The table of a page that needs a session, behind what it asks before.
  static func needed(
    behind start: Pipeline<Arrival, Arrival> = pipeline()
  ) -> Pipeline<Arrival, Session> {
    start.gate(cookiePresent).gate(known).checks(timeouts)
      .act { (session, hand) throws(Refusal) -> Session in
        touch(session, hand)
        return session
      }
  }

  static let required = needed()

  /// The key of a session's row: the id's hash, or the id itself.
  static func key(of id: String, _ sight: Sight) -> RowKey {
    sight.isQuietlyOff("hashed-ids") ? sight.key(raw: id) : sight.key(hashing: id)
  }

  /// The session that a request brings, if any; where a page works with and without one.
  static func find(_ request: Request, _ sight: Sight) -> Session? {
    guard let id = SessionCookie.id(in: request, sight) else { return nil }
    let key = key(of: id, sight)
    guard let row = row(of: id, key, sight) else { return nil }
    let session = Session(key: key, row: row, request: request)
    return isOver(session, sight) ? nil : session
  }

  /// Whether one of the timeouts that are on has ended it.
  private static func isOver(_ session: Session, _ sight: Sight) -> Bool {
    timeouts.contains { check in
      guard case .fails = check.judge(session, Seen(now: sight.now, row: nil)) else { return false }
      return check.info.defence.map { !sight.isOff($0) } ?? true
    }
  }

  /// The session that a Set-Cookie line of the same act has begun.
  static func find(begunBy line: String, _ request: Request, _ hand: Hand) -> Session? {
    guard let cookie = try? SetCookie.parse(line) else { return nil }
    let key = key(of: cookie.value, hand.sight)
    if hand.server.deployment.sessions == .cookie {
      return SealedSessions.open(cookie.value, hand.sight).map {
        Session(key: key, row: $0, request: request)
      }
    }
    return hand.run.peek(.sessions, key).map { Session(key: key, row: $0, request: request) }
  }

  private static func touch(_ session: Session, _ hand: Hand) {
    let fresh = hand.now.advanced(by: hand.span(.idleTimeout)).seconds
    let old = session.row["idle-until"].flatMap { Int64($0) } ?? 0
    let isInStore = hand.server.deployment.sessions == .store
    guard isInStore, fresh - old >= touchInterval.seconds else { return }
    var row = session.row
    row.set("idle-until", String(fresh))
    hand.write(.sessions, session.key, row)
  }
}
