import Ledger
import Trace
import Wire

/// The refresh grant (RFC 6749 6): the same client, the original scope, a new token each time.
enum RefreshGrant {
  private static let known = Gate<AuthenticatedClient, RefreshTokens.Presented>(
    "refresh-known", "the refresh token was issued here", "RFC 6749 6"
  ) { client, sight in
    switch RefreshTokens.find(client.request, sight) {
    case .refuse(let refusal, let expected, let actual):
      return .refuse(refusal, expected: expected, actual: actual)
    case .enter(var presented):
      presented.client = client.name
      return .enter(presented)
    }
  }

  private static let clientMatches = Check<RefreshTokens.Presented>(
    CheckInfo(
      "refresh-client-matches", "the refresh token belongs to this client", "RFC 6749 6"),
    else: .oauth(
      status: 400, error: "invalid_grant", description: "the token belongs to another client")
  ) { it, _ in
    it.row["client"] == it.client
      ? .holds : .fails(expected: it.row["client"] ?? "", actual: it.client ?? "none")
  }

  static let endpoint = ClientAuthentication.table(for: .refreshToken).gate(known)
    .checks([clientMatches, RefreshTokens.unexpired])
    .act { (it, hand) throws(Refusal) -> RefreshTokens.Presented in
      RefreshTokens.detectReuse(it, hand)
      return it
    }
    .checks([RefreshTokens.unused, RefreshTokens.familyActive])
    .finish { it, hand in
      let grant = Grant(
        subject: it.user, client: it.client ?? "", scope: it.row["scope"] ?? "",
        family: it.family, authTime: it.row["auth_time"].flatMap { Int64($0) })
      let next = RefreshTokens.rotate(it, hand, extra: grant.refreshFields)
      return grant.answer(refresh: next, hand)
    }
}
