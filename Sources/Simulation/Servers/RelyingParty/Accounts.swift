import Trace
import Wire

/// The accounts of a client, and the identities at its provider that they are linked to.
///
/// The key is iss and sub, never an e-mail address (OpenID Connect Core 5.7).
enum Accounts {
  private static func issuer(_ hand: Hand) -> String {
    hand.server.provider.flatMap { hand.server(named: $0) }?.origin.origin ?? ""
  }

  static func link(_ subject: String, to user: String, _ hand: Hand) {
    let provider = hand.server.provider ?? ""
    hand.write(
      .links, RowKey(user),
      [
        Pair("identity", "\(subject)@\(provider)"), Pair("iss", issuer(hand)),
        Pair("sub", subject),
      ])
  }

  /// The account that the identity is linked to, or a new one.
  static func account(of subject: String, _ hand: Hand) -> String {
    let linked = hand.rows(.links).first {
      $0.row["iss"] == issuer(hand) && $0.row["sub"] == subject
    }
    if let linked { return linked.key.text }
    let name = "\(subject)@\(hand.server.provider ?? "")"
    hand.write(.users, RowKey(name), [Pair("role", "user")])
    link(subject, to: name, hand)
    return name
  }
}
