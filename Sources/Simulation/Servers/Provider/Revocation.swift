import Ledger
import Trace
import Wire

/// The revocation endpoint (RFC 7009): a client gives back what it was given.
enum Revocation {
  struct Presented: Sendable {
    let client: AuthenticatedClient
    let token: IssuedToken?
  }

  private static let revocable = Check<Presented>(
    CheckInfo("token-revocable", "a token of that kind can be taken back", "RFC 7009 2.2.1"),
    else: .oauth(
      status: 400, error: "unsupported_token_type", description: "ID tokens cannot be revoked")
  ) { it, _ in
    guard let token = it.token else { return .moot("nobody here knows the token") }
    if case .identity = token.kind {
      return .fails(expected: "an access or refresh token", actual: "an ID token")
    }
    return .holds
  }

  private static let ownToken = Check<Presented>(
    CheckInfo("token-of-client", "the token was issued to this client", "RFC 7009 2.1"),
    else: .oauth(
      status: 400, error: "invalid_grant", description: "the token is another client's")
  ) { it, _ in
    guard let token = it.token else { return .moot("nobody here knows the token") }
    let owner = token.row["client"] ?? ""
    return owner == it.client.name ? .holds : .fails(expected: it.client.name, actual: owner)
  }

  static let endpoint = ClientAuthentication.endpoint {
    $0.gate(Introspection.tokenGiven)
      .act { (client, hand) throws(Refusal) -> Presented in
        let text = client.request.field("token") ?? ""
        return Presented(client: client, token: IssuedTokens.find(text, for: client, hand))
      }
      .checks([revocable, ownToken])
      .finish { it, hand in
        if let token = it.token { revoke(token, hand) }
        return Response(200, headers: Headers([Pair("Cache-Control", "no-store")]))
      }
  }

  /// With a refresh token goes all that came of it; an access token goes alone (RFC 7009 2.1).
  private static func revoke(_ token: IssuedToken, _ hand: Hand) {
    switch token.kind {
    case .access:
      var row = token.row
      row.set("revoked", "true")
      hand.write(.access, token.key, row)
    case .refresh:
      let key = RefreshTokens.familyKey(token.family ?? "")
      guard var row = hand.read(.refresh, key) else { return }
      row.set("revoked", "true")
      hand.write(.refresh, key, row)
    case .identity: return
    }
  }
}
