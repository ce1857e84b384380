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
      presented.holder = client
      presented.resources = client.resources
      presented.form = client.request.form.filter { !$0.value.isEmpty }
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

  private static let scopeWithin = Check<RefreshTokens.Presented>(
    CheckInfo("scope-within-grant", "no more scope than was granted", "RFC 6749 6"),
    else: .oauth(
      status: 400, error: "invalid_scope", description: "more than the user has granted")
  ) { it, _ in
    guard let asked = it.form["scope"] else { return .moot("all of it is asked for") }
    let granted = (it.row["scope"] ?? "").split(separator: " ")
    let foreign = asked.split(separator: " ").first { !granted.contains($0) }
    return foreign.map {
      .fails(expected: granted.joined(separator: " "), actual: String($0))
    } ?? .holds
  }

  static let endpoint = ClientAuthentication.issuing(for: .refreshToken) { table, isProven in
    let key = isProven ? [BoundClients.refreshKeyMatches] : []
    return table.gate(known).checks([clientMatches, RefreshTokens.unexpired] + key)
      .act { (it, hand) throws(Refusal) -> RefreshTokens.Presented in
        RefreshTokens.detectReuse(it, hand)
        return it
      }
      .checks([
        RefreshTokens.unused, RefreshTokens.familyActive, scopeWithin,
        Resources.granted(asked: \.form) { Resources.of($0.row, else: $0.resources) },
      ])
      .finish { it, hand in answer(it, hand) }
  }

  private static func answer(_ it: RefreshTokens.Presented, _ hand: Hand) -> Response {
    var original = Grant(row: it.row, client: it.client ?? "")
    original.bind(to: it.holder)
    let next = RefreshTokens.rotate(it, hand, extra: original.refreshFields)
    // Less for this once; the next refresh token is good for all of it (RFC 6749 6).
    var grant = Grant(row: it.row, client: it.client ?? "", scope: it.form["scope"])
    grant.bind(to: it.holder)
    grant.resources = Resources.narrowed(grant.resources, by: it.form)
    return grant.answer(refresh: next, hand)
  }
}
