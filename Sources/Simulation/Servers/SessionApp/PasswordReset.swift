import Ledger
import Trace
import Wire

/// A forgotten password: a link by mail, a new password, and an end to what was begun with the
/// old one.
enum PasswordReset {
  private static let lifetime = TimeSpan(seconds: 20 * 60)

  /// POST /forgot answers the same whoever is named, so that it tells nobody who has an account.
  static let request = pipeline().finish { arrival, hand in
    let name = arrival.request.form["user"] ?? ""
    if let user = hand.read(.users, RowKey(name)), let email = user["email"] {
      mail(name, to: email, hand)
    }
    return Page(
      title: "Look into your mail",
      paragraphs: ["If there is such an account, a link is on its way."]
    ).response()
  }

  private static func mail(_ user: String, to email: String, _ hand: Hand) {
    let token = hand.mint(.reset)
    let until = hand.now.advanced(by: lifetime).seconds
    hand.write(
      .resets, hand.key(hashing: token), [Pair("user", user), Pair("until", String(until))])
    hand.write(
      .outbox, RowKey(user),
      [Pair("to", email), Pair("link", "\(hand.server.origin.origin)/reset?token=\(token)")])
  }

  static let form = pipeline().finish { arrival, hand in
    var response = Page(
      title: "Choose a new password",
      form: Page.Form(
        action: "/reset",
        fields: [
          Page.Field(
            name: "token", kind: "hidden", value: arrival.request.url.query["token"] ?? ""),
          Page.Field(name: "password", kind: "password", value: ""),
        ], buttons: [Page.Field(name: "", kind: "Save", value: "")])
    ).response()
    // The page's URL is a key to the account: it is told to nobody.
    response.headers.append("Referrer-Policy", "no-referrer")
    return response
  }

  struct Permission: Sendable {
    let key: RowKey
    let row: Row
    let password: String

    var user: String { row["user"] ?? "" }
  }

  private static let over = Refusal.page(
    status: 403, message: "This link is over. Ask for another one.")

  private static let known = Gate<Arrival, Permission>(
    "reset-token-known", "the link was made here and not used yet", "OWASP ASVS 6.4.3"
  ) { arrival, sight in
    let form = arrival.request.form
    let key = sight.key(hashing: form["token"] ?? "")
    guard let row = sight.read(.resets, key) else {
      return .refuse(over, expected: "a link that waits", actual: "no such link")
    }
    return .enter(Permission(key: key, row: row, password: form["password"] ?? ""))
  }

  private static let fresh = Check<Permission>(
    CheckInfo("reset-token-fresh", "the link is not too old", "OWASP ASVS 6.4.3"), else: over
  ) { it, seen in
    let until = it.row["until"].flatMap { Int64($0) } ?? 0
    if seen.now.seconds < until { return .holds }
    let late = TimeSpan(seconds: seen.now.seconds - until)
    return .fails(expected: "a link of the last 20 minutes", actual: "\(late.text) late")
  }

  static let change = pipeline().gate(known).checks([fresh]).finish { it, hand in
    hand.write(.resets, it.key, nil)
    let key = RowKey(it.user)
    var account = hand.read(.users, key) ?? []
    hand.register(.password, it.password)
    account.set("password", PasswordRecord.make(it.password, salt: account["salt"] ?? ""))
    hand.count(.passwordHash, "scrypt")
    hand.write(.users, key, account)
    endSessions(of: it.user, hand)
    return Response(303, headers: Headers([Pair("Location", "/login")]))
  }

  private static func endSessions(of user: String, _ hand: Hand) {
    if hand.isOff("end-sessions-on-reset") {
      hand.omit(
        "end-sessions-on-reset", "delete the user's session rows",
        would: "would have removed every session of \(user)", table: .sessions)
    } else {
      Sessions.endAll(of: user, hand)
      RememberMe.endAll(of: user, hand)
    }
  }
}
