import Cryptography
import Ledger
import Trace
import Wire

/// "Remember me": a cookie that begins sessions without a password, for weeks. It holds a series,
/// which stays, and a token, which is good for one visit.
enum RememberMe {
  static let cookie = "remember"
  private static let lifetime = TimeSpan(seconds: 30 * 86400)

  /// What a browser brings to the login page.
  struct Visit: Sendable {
    let request: Request
    /// Nil where the browser has no such cookie.
    var series: RowKey?
    var token = ""
    var row: Row?
    let server: String
    let isHashed: Bool

    var user: String { row?["user"] ?? "" }
    var isCurrent: Bool { row?["token"] == RememberMe.stored(token, isHashed: isHashed) }
  }

  /// POST /login, with `remember` in the form where the user wants it.
  static let login = Passwords.signedIn.finish { it, hand in
    var response = Passwords.begun(it, hand)
    if it.request.form["remember"] == "on" {
      let series = RowKey(hand.uniqueID())
      response.headers.append("Set-Cookie", keep(it.user, in: series, hand))
    }
    return response
  }

  /// GET /login: the form, or straight on where the browser is remembered.
  static let page = pipeline()
    .act { (arrival, hand) throws(Refusal) -> Visit in look(arrival.request, hand) }
    .checks([known, unexpired])
    .act { (visit, hand) throws(Refusal) -> Visit in
      if visit.series != nil, !visit.isCurrent { raiseAlarm(visit, hand) }
      return visit
    }
    .checks([current])
    .finish { visit, hand in
      guard let series = visit.series else { return Passwords.form(hand.server.name).response() }
      let session = Sessions.begin(
        user: visit.user, presented: visit.request, hand, extra: [Pair("remembered", "true")])
      var response = Response(
        303, headers: Headers([Pair("Set-Cookie", session), Pair("Location", "/me")]))
      if hand.isOff("remember-rotation") {
        hand.omit(
          "remember-rotation", "replace the remembered token",
          would: "would have made \(hand.name(ofSecret: visit.request.cookies[cookie] ?? "")) old")
      } else {
        response.headers.append("Set-Cookie", keep(visit.user, in: series, hand, visit.row))
      }
      return response
    }

  static let logout = pipeline().finish { arrival, hand in
    var response = Response(
      303,
      headers: Headers([
        Pair("Set-Cookie", Sessions.end(arrival.request, hand)), Pair("Location", "/login"),
      ]))
    let visit = look(arrival.request, hand)
    guard let series = visit.series else { return response }
    response.headers.append("Set-Cookie", deletion)
    if hand.isOff("revoke-on-logout") {
      hand.omit(
        "revoke-on-logout", "delete the remembered series",
        would: "would have ended the remembered login", table: .remembered, key: series)
    } else {
      hand.write(.remembered, series, nil)
    }
    return response
  }

  /// Forgets a user on every device.
  static func endAll(of user: String, _ hand: Hand) {
    for (key, row) in hand.rows(.remembered) where row["user"] == user {
      hand.write(.remembered, key, nil)
    }
  }

  static let deletion = "\(cookie)=; Path=/; Max-Age=0"

  // The token.

  /// Writes a new token into the series, and makes the cookie that carries it.
  private static func keep(
    _ user: String, in series: RowKey, _ hand: Hand, _ old: Row? = nil
  ) -> String {
    let token = Base64.url(hand.run.draw("remember", bytes: 16))
    let value = "\(series.text).\(token)"
    hand.register(.remember, value)
    let kept = stored(token, isHashed: !hand.isQuietlyOff("hashed-ids"))
    hand.run.trace.identifiers.append(kept)
    let until = old?["until"] ?? String(hand.now.advanced(by: lifetime).seconds)
    hand.write(
      .remembered, series,
      [
        Pair("user", user), Pair("token", kept), Pair("until", until),
      ])
    let age = (Int64(until) ?? 0) - hand.now.seconds
    return "\(cookie)=\(value); Path=/; Max-Age=\(age); HttpOnly; Secure; SameSite=Lax"
  }

  private static func stored(_ token: String, isHashed: Bool) -> String {
    isHashed ? Base64.url(Digest.sha256.hash(Array(token.utf8))) : token
  }

  private static func look(_ request: Request, _ hand: Hand) -> Visit {
    var visit = Visit(
      request: request, server: hand.server.name, isHashed: !hand.isQuietlyOff("hashed-ids"))
    let parts = (request.cookies[cookie] ?? "").split(separator: ".")
    guard parts.count == 2 else { return visit }
    let series = RowKey(String(parts[0]))
    visit.series = series
    visit.token = String(parts[1])
    visit.row = hand.read(.remembered, series)
    return visit
  }

  /// The series is right and the token is not: two people have had this cookie. Nobody can tell
  /// which of them this is, so what came of it ends for both.
  private static func raiseAlarm(_ visit: Visit, _ hand: Hand) {
    guard let series = visit.series else { return }
    hand.write(.remembered, series, nil)
    Sessions.endAll(of: visit.user, hand)
  }

  // The checks.

  private static let known = Check<Visit>(
    CheckInfo("remember-known", "the remembered series was begun here", "OWASP ASVS 7.2.1"),
    elseBy: { .notRemembered(server: $0.server, message: "Please sign in.") }
  ) { visit, _ in
    guard visit.series != nil else { return .moot("the browser is not remembered") }
    return visit.row == nil ? .fails(expected: "a series that runs", actual: "unknown") : .holds
  }

  private static let unexpired = Check<Visit>(
    CheckInfo("remember-unexpired", "the remembered login is not too old", "OWASP ASVS 7.3.2"),
    elseBy: { .notRemembered(server: $0.server, message: "It has been a while. Please sign in.") }
  ) { visit, seen in
    guard let until = visit.row?["until"].flatMap({ Int64($0) }) else {
      return .moot("the browser is not remembered")
    }
    if seen.now.seconds < until { return .holds }
    let late = TimeSpan(seconds: seen.now.seconds - until)
    return .fails(expected: "a login of the last 30 days", actual: "\(late.text) late")
  }

  private static let current = Check<Visit>(
    CheckInfo("remember-current", "the remembered token is the newest", "OWASP ASVS 7.2.4"),
    elseBy: {
      .notRemembered(
        server: $0.server,
        message: "Somebody else has used this remembered login, so all of your sessions here were"
          + " ended. Please sign in.")
    }
  ) { visit, _ in
    guard visit.series != nil else { return .moot("the browser is not remembered") }
    return visit.isCurrent
      ? .holds : .fails(expected: "the token of the last visit", actual: "an older one")
  }
}
