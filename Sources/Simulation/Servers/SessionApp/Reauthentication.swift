import Ledger
import Trace
import Wire

/// Asking for the password once more, before what cannot be undone (OWASP ASVS 7.5.1).
enum Reauthentication {
  struct Asked: Sendable {
    let order: EmailChange.Order
    let account: Row
    let isRight: Bool
  }

  /// The hash is a cost, and counted, only where somebody asks for the password.
  static func look(_ order: EmailChange.Order, _ hand: Hand) -> Asked {
    let account = hand.read(.users, RowKey(order.session.user)) ?? []
    let given = order.password ?? ""
    let isRight =
      hand.isOff("reauthenticate") || given.isEmpty
      ? PasswordRecord.matches(given, account) : hand.sight.passwordMatches(given, account)
    return Asked(order: order, account: account, isRight: isRight)
  }

  /// Who was only remembered has not shown a password for weeks.
  static let loginFresh = Check<Session>(
    CheckInfo(
      "login-fresh", "the session began with a password", "OWASP ASVS 7.5.1",
      defence: "fresh-login"),
    else: .page(
      status: 403, message: "You were remembered. Sign in with your password to change this.")
  ) { session, _ in
    session.row["remembered"] == "true"
      ? .fails(expected: "a login with a password", actual: "a remembered login") : .holds
  }

  static let passwordAgain = Check<Asked>(
    CheckInfo(
      "password-again", "the form carries the user's password", "OWASP ASVS 7.5.1",
      defence: "reauthenticate"),
    else: .page(status: 403, message: "Type your password to change this.")
  ) { asked, _ in
    if asked.isRight { return .holds }
    let given = asked.order.password == nil ? "no password" : "another password"
    return .fails(expected: "the password of \(asked.order.session.user)", actual: given)
  }
}
