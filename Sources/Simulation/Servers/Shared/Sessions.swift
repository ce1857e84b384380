import Trace
import Wire

// Beginning and ending sessions.
extension Sessions {
  /// Begins a session for a user: a row in the store, its id in a cookie.
  static func begin(
    user: String, presented request: Request, _ hand: Hand, extra: Row = []
  ) -> String {
    let now = hand.now
    let row =
      [
        Pair("user", user), Pair("created", String(now.seconds)),
        Pair("idle-until", String(now.advanced(by: hand.span(.idleTimeout)).seconds)),
        Pair("until", String(now.advanced(by: hand.span(.absoluteTimeout)).seconds)),
      ] + extra
    if hand.server.deployment.sessions == .cookie {
      return SessionCookie.line(SealedSessions.seal(row, hand), hand)
    }
    let id = newID(presented: request, hand)
    hand.write(.sessions, storedKey(of: id, hand), row)
    return SessionCookie.line(id, hand)
  }

  /// A new id, and the end of the one that came along; without renewal that one stays in use.
  private static func newID(presented request: Request, _ hand: Hand) -> String {
    let presented = SessionCookie.id(in: request, hand.sight)
    if let presented, hand.isOff("session-renewal") {
      hand.omit(
        "session-renewal", "replace the session id at login",
        would: "would have given a new id instead of \(hand.name(ofSecret: presented))")
      return presented
    }
    if let presented { hand.write(.sessions, key(of: presented, hand.sight), nil) }
    return SessionIDs.make(hand)
  }

  private static func storedKey(of id: String, _ hand: Hand) -> RowKey {
    if hand.isQuietlyOff("hashed-ids") {
      hand.omit(
        "hashed-ids", "store the hash of the session id",
        would: "would have kept \(hand.name(ofSecret: id)) itself out of the store")
    }
    return key(of: id, hand.sight)
  }

  /// Ends a session: the row goes, where the defence is on, and the cookie in any case.
  static func end(_ request: Request, _ hand: Hand) -> String {
    if let id = SessionCookie.id(in: request, hand.sight) {
      let key = key(of: id, hand.sight)
      if hand.isOff("revoke-on-logout") {
        hand.omit(
          "revoke-on-logout", "delete the session row",
          would: "would have removed \(hand.name(ofSecret: id))", table: .sessions, key: key)
      } else {
        hand.write(.sessions, key, nil)
      }
    }
    return SessionCookie.deletion(hand.sight)
  }

  static let logout = pipeline().finish { arrival, hand in
    let cookie = end(arrival.request, hand)
    return Response(
      303, headers: Headers([Pair("Set-Cookie", cookie), Pair("Location", "/login")]))
  }

  /// Deletes all sessions of a user, but the one that is to stay; tells how many.
  @discardableResult
  static func endAll(of user: String, but kept: RowKey? = nil, _ hand: Hand) -> Int {
    let rows = hand.rows(.sessions).filter { $0.row["user"] == user && $0.key != kept }
    for (key, _) in rows { hand.write(.sessions, key, nil) }
    return rows.count
  }
}
