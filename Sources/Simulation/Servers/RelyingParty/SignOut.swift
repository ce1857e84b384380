import Trace
import Wire

/// Signing out at a client and at its provider (OpenID Connect RP-Initiated Logout 2).
enum SignOut {
  /// Ends the session here, and sends the browser to the provider to end the other one.
  static let endpoint = Sessions.required.finish { session, hand in
    let client = hand.server
    let provider = client.provider.flatMap { hand.server(named: $0) }?.origin.origin ?? ""
    var query = [Pair("client_id", client.name), Pair("post_logout_redirect_uri", client.byeURI)]
    if let hint = session.row["identity"] { query.append(Pair("id_token_hint", hint)) }
    query.append(Pair("state", hand.mint(.state)))
    hand.write(.sessions, session.key, nil)
    return Response(
      303,
      headers: Headers([
        Pair("Location", provider + "/logout?" + FormCoding.encode(query)),
        Pair("Set-Cookie", SessionCookie.deletion(hand.sight)),
      ]))
  }

  /// Where the provider sends the browser when all is done.
  static let bye = pipeline().finish { _, hand in
    Page(title: "Good bye from \(hand.server.name)").response()
  }
}

extension ServerSpec {
  /// The address for the time after a logout, as it is registered.
  var byeURI: String { origin.origin + "/bye" }
}
