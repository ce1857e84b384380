import Ledger
import Trace
import Wire

/// Ending sessions that are not one's browser's own: what is reached for when something was stolen.
enum Incident {
  /// POST /sessions/end: all other sessions of the person who asks.
  static let endOwn = Sessions.required.checks([OwnPages.check(\.request)])
    .finish { session, hand in
      let count = Sessions.endAll(of: session.user, but: session.key, hand)
      RememberMe.endAll(of: session.user, hand)
      return told("\(count) other sessions of \(session.user) are ended.", hand)
    }

  private static let isAdministrator = Gate<Session, Session>(
    "administrator", "the session is an administrator's", "OWASP ASVS 8.2.1"
  ) { session, sight in
    let role = sight.read(.users, RowKey(session.user))?["role"] ?? "none"
    guard role == "admin" else {
      return .refuse(
        .page(status: 403, message: "This is for administrators."), expected: "role admin",
        actual: "role \(role)")
    }
    return .enter(session)
  }

  /// POST /admin/sessions/end: all sessions of the user in the form, or everybody's.
  static let endAny = Sessions.required.checks([OwnPages.check(\.request)])
    .gate(isAdministrator)
    .finish { session, hand in
      if let user = session.request.form["user"] {
        let count = Sessions.endAll(of: user, hand)
        RememberMe.endAll(of: user, hand)
        return told("\(count) sessions of \(user) are ended.", hand)
      }
      let rows = hand.rows(.sessions)
      for (key, _) in rows { hand.write(.sessions, key, nil) }
      for (key, _) in hand.rows(.remembered) { hand.write(.remembered, key, nil) }
      return told("All \(rows.count) sessions are ended.", hand)
    }

  private static func told(_ sentence: String, _ hand: Hand) -> Response {
    Page(title: "\(hand.server.name): sessions", paragraphs: [sentence]).response()
  }
}
