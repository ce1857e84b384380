import Ledger
import Trace
import Wire

/// A browser's session at a server: the id in the cookie, the row in the store.
struct Session: Sendable {
  let key: RowKey
  let row: Row

  var user: String { row["user"] ?? "" }
}

/// Session handling that every cookie application shares.
enum Sessions {
  static let cookieName = "sid"
  /// A row is touched at most once a minute, so that reading pages does not write each time.
  private static let touchInterval = TimeSpan(seconds: 60)

  static let cookiePresent = Gate<Arrival, String>(
    "cookie-present", "the request carries a session cookie", "RFC 6265bis 5.8"
  ) { arrival, _ in
    guard let id = arrival.request.cookies[cookieName], !id.isEmpty else {
      return .refuse(.loginPage, expected: "a cookie sid", actual: "none")
    }
    return .enter(id)
  }

  static let known = Gate<String, Session>(
    "session-known", "the store knows the session id", "OWASP ASVS 7.2.1"
  ) { id, sight in
    let key = sight.key(hashing: id)
    guard let row = sight.read(.sessions, key) else {
      return .refuse(
        .loginPage, expected: "a row for \(sight.name(ofSecret: id))", actual: "no such row")
    }
    return .enter(Session(key: key, row: row))
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

  /// The table of a page that needs a session.
  static let required = pipeline().gate(cookiePresent).gate(known).checks(timeouts)
    .act { (session, hand) throws(Refusal) -> Session in
      touch(session, hand)
      return session
    }

  /// The session that a request brings, if any; where a page works with and without one.
  static func find(_ request: Request, _ hand: Hand) -> Session? {
    guard let id = request.cookies[cookieName], !id.isEmpty else { return nil }
    let key = hand.key(hashing: id)
    return hand.read(.sessions, key).map { Session(key: key, row: $0) }
  }

  private static func touch(_ session: Session, _ hand: Hand) {
    let fresh = hand.now.advanced(by: hand.span(.idleTimeout)).seconds
    let old = session.row["idle-until"].flatMap { Int64($0) } ?? 0
    guard fresh - old >= touchInterval.seconds else { return }
    var row = session.row
    row.set("idle-until", String(fresh))
    hand.write(.sessions, session.key, row)
  }

  /// Begins a session for a user: a row in the store, its id in a cookie.
  static func begin(
    user: String, presented request: Request, _ hand: Hand, extra: Row = []
  ) -> String {
    let presented = request.cookies[cookieName]
    let id: String
    if hand.isOff("session-renewal"), let presented, !presented.isEmpty {
      id = presented
      hand.omit(
        "session-renewal", "replace the session id at login",
        would: "would have given a new id instead of \(hand.name(ofSecret: presented))")
    } else {
      if let presented { hand.write(.sessions, hand.key(hashing: presented), nil) }
      id = hand.mint(.sid)
    }
    let now = hand.now
    let row =
      [
        Pair("user", user), Pair("created", String(now.seconds)),
        Pair("idle-until", String(now.advanced(by: hand.span(.idleTimeout)).seconds)),
        Pair("until", String(now.advanced(by: hand.span(.absoluteTimeout)).seconds)),
      ] + extra
    hand.write(.sessions, hand.key(hashing: id), row)
    return cookie(id, hand)
  }

  /// The Set-Cookie line, with the attributes that the defences ask for.
  private static func cookie(_ id: String, _ hand: Hand) -> String {
    var out = "\(cookieName)=\(id); Path=/"
    let name = hand.name(ofSecret: id)
    if hand.isOff("http-only") {
      hand.omit(
        "http-only", "HttpOnly on the session cookie",
        would: "would have hidden \(name) from scripts")
    } else {
      out += "; HttpOnly"
    }
    if hand.isOff("secure-cookie") {
      hand.omit(
        "secure-cookie", "Secure on the session cookie",
        would: "would have kept \(name) off plain http")
    } else {
      out += "; Secure"
    }
    switch hand.level("same-site") {
    case "strict": out += "; SameSite=Strict"
    case "lax": out += "; SameSite=Lax"
    // None needs Secure, or browsers refuse the cookie (RFC 6265bis 5.7).
    case _: if !hand.isOff("secure-cookie") { out += "; SameSite=None" }
    }
    return out
  }

  /// Ends a session: the row goes, where the defence is on, and the cookie in any case.
  static func end(_ request: Request, _ hand: Hand) -> String {
    if let id = request.cookies[cookieName], !id.isEmpty {
      let key = hand.key(hashing: id)
      if hand.isOff("revoke-on-logout") {
        hand.omit(
          "revoke-on-logout", "delete the session row",
          would: "would have removed \(hand.name(ofSecret: id))", table: .sessions, key: key)
      } else {
        hand.write(.sessions, key, nil)
      }
    }
    return "\(cookieName)=; Path=/; Max-Age=0"
  }

  static let logout = pipeline().finish { arrival, hand in
    let cookie = end(arrival.request, hand)
    return Response(
      303, headers: Headers([Pair("Set-Cookie", cookie), Pair("Location", "/login")]))
  }
}
