import Ledger
import Trace
import Wire

/// The resource owner password credentials grant (RFC 6749 4.3), which nobody may use any more.
enum PasswordGrant {
  private static let retired = Check<AuthenticatedClient>(
    CheckInfo(
      "password-grant-retired", "the password is typed at the provider and nowhere else",
      "RFC 9700 2.4", defence: "no-password-grant"),
    else: .oauth(
      status: 400, error: "unsupported_grant_type", description: "password is not supported")
  ) { _, _ in .fails(expected: "a sign-in at the provider", actual: "a password from an app") }

  private static let wrong = Refusal.oauth(
    status: 400, error: "invalid_grant", description: "the user or the password is wrong")

  struct SignedIn: Sendable {
    let client: AuthenticatedClient
    let user: String
  }

  private static let password = Gate<AuthenticatedClient, SignedIn>(
    "password-correct", "the password is the user's", "RFC 6749 4.3.2"
  ) { client, sight in
    guard let user = client.request.field("username"),
      let password = client.request.field("password")
    else {
      return .refuse(
        TokenForm.invalid("username and password are needed"), expected: "both", actual: "not both")
    }
    let given = Passwords.Credentials(user: user, password: password, request: client.request)
    switch Passwords.correct(else: wrong).admit(given, sight) {
    case .refuse(let refusal, let expected, let actual):
      return .refuse(refusal, expected: expected, actual: actual)
    case .enter(let found): return .enter(SignedIn(client: client, user: found.user))
    }
  }

  static let endpoint = ClientAuthentication.endpoint {
    $0.checks([retired])
      .checks([ClientAuthentication.allowed(.password), ClientScope.allowed]).gate(password)
      .finish { it, hand in
        var grant = Grant(
          row: [
            Pair("sub", it.user), Pair("scope", it.client.request.field("scope") ?? ""),
            Pair("family", hand.uniqueID()),
          ], client: it.client.name)
        grant.authTime = hand.now.seconds
        grant.level = AuthenticationLevel.password.rawValue
        return grant.answer(refresh: RefreshTokens.begin(grant, hand), hand)
      }
  }
}
