import Ledger
import Trace
import Wire

/// The client credentials grant (RFC 6749 4.4): a program that acts for nobody but itself.
enum ClientCredentials {
  private static func scopes(_ client: AuthenticatedClient) -> [String] {
    let asked = client.request.field("scope") ?? client.row["scope"] ?? ""
    return asked.split(separator: " ").map(String.init)
  }

  /// Nobody has signed in, so there is nobody whom an ID token could speak of.
  private static let withoutUser = Check<AuthenticatedClient>(
    CheckInfo("scope-without-user", "no scope speaks of a user", "OpenID Connect Core 3.1.2.1"),
    else: .oauth(
      status: 400, error: "invalid_scope", description: "openid needs a user, and there is none")
  ) { client, _ in
    scopes(client).contains("openid")
      ? .fails(expected: "no openid", actual: "openid") : .holds
  }

  private static let isConfidential = ClientAuthentication.confidential(
    "RFC 6749 4.4",
    else: .oauth(
      status: 400, error: "unauthorized_client", description: "a public client has no secret"))

  static let endpoint = ClientAuthentication.issuing(for: .clientCredentials) { table, _ in
    table.checks([
      isConfidential, ClientScope.allowed, withoutUser,
      Resources.granted(asked: \.request.form, allowed: \.resources),
    ])
    .finish { client, hand in
      // Whoever can ask again with its own secret needs no refresh token (RFC 6749 4.4.3).
      var grant = Grant(
        program: client.name, scope: scopes(client).joined(separator: " "))
      grant.resources = client.request.form.all("resource")
      grant.bind(to: client)
      return grant.answer(refresh: nil, hand)
    }
  }
}
