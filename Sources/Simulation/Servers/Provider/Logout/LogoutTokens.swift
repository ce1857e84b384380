import Trace
import Wire

/// Telling the clients of a session that it is over (OpenID Connect Back-Channel Logout 1.0).
enum LogoutTokens {
  static let event = "http://schemas.openid.net/event/backchannel-logout"
  static let type = "logout+jwt"

  private static let lifetime: Int64 = 120

  static func tell(_ session: Session, _ hand: Hand) {
    for client in session.clients {
      guard let row = hand.read(.clients, RowKey(client)),
        let uri = row["backchannel_logout_uri"], let url = WireURL(uri)
      else { continue }
      if hand.isOff("back-channel-logout") {
        hand.omit(
          "back-channel-logout", "tell the clients",
          would: "would have ended the session of \(session.user) at \(client)")
        continue
      }
      let form = [Pair("logout_token", token(for: client, session, hand))]
      let type = Pair("Content-Type", "application/x-www-form-urlencoded")
      _ = hand.send(
        Request("POST", url, headers: Headers([type]), body: FormCoding.encode(form)))
    }
  }

  /// The logout token (Back-Channel Logout 2.4): never a nonce, so that it is no ID token.
  private static func token(for client: String, _ session: Session, _ hand: Hand) -> String {
    let now = hand.now.seconds
    var claims: JSONObject = [
      "iss": .string(hand.server.origin.origin), "sub": .string(session.user),
      "aud": .string(client), "iat": .integer(now), "exp": .integer(now + lifetime),
      "jti": .string(hand.uniqueID()), "events": .object([event: .object([:])]),
    ]
    if let sid = session.row["sid"] { claims["sid"] = .string(sid) }
    return hand.issue(.logoutToken, claims, type: type)
  }
}
