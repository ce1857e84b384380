import Ledger
import Trace
import Wire

/// Synchroniser tokens: a value in the page that no other origin can read, and a copy in the
/// session.
enum CSRFTokens {
  static let field = "csrf"

  /// The hidden field of a form, with the token that the session has or gets.
  static func field(for session: Session, _ hand: Hand) -> [Page.Field] {
    if hand.isOff("csrf-token") {
      hand.omit(
        "csrf-token", "put a token into the form",
        would: "would have told this form from a forged one")
      return []
    }
    let token = session.row[field] ?? mint(for: session, hand)
    return [Page.Field(name: field, kind: "hidden", value: token)]
  }

  private static func mint(for session: Session, _ hand: Hand) -> String {
    let token = hand.mint(.csrf)
    // The row as it is now: the page that shows the form may have been the first use for a while.
    var row = hand.run.peek(.sessions, session.key) ?? session.row
    row.set(field, token)
    hand.write(.sessions, session.key, row)
    return token
  }

  static let matches = Check<Session>(
    CheckInfo(
      "csrf-token-matches", "the form carries the token of this session", "OWASP ASVS 3.5.1",
      defence: "csrf-token"),
    else: .page(status: 403, message: "This form was not made for your session. Open it again.")
  ) { session, _ in
    let request = session.request
    if CookieContext(initiator: nil, method: request.method).isSafe {
      return .moot("a \(request.method) changes nothing, so nobody asks for a token")
    }
    guard let sent = request.form[field] else {
      return .fails(expected: "the token of this session", actual: "no token")
    }
    guard let own = session.row[field], sent.hasSameBytes(as: own) else {
      return .fails(expected: "the token of this session", actual: "another value")
    }
    return .holds
  }
}
