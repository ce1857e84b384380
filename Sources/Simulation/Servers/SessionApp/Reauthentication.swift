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
