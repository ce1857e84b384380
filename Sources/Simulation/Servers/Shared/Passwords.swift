import Trace
import Wire

/// A user who gave the right password.
struct Authenticated: Sendable {
  let user: String
  let row: Row
  let request: Request
}

/// Signing in with a password, the same at every server that keeps accounts.
enum Passwords {
  struct Credentials: Sendable {
    let user: String
    let password: String
    let request: Request
  }

  /// The answer for wrong credentials, the same for an unknown user and for a wrong password.
  static let wrong = Refusal.page(status: 401, message: "The user or the password is wrong.")

  static func given(else refusal: Refusal) -> Gate<Arrival, Credentials> {
    Gate("credentials-given", "a user and a password are in the form") { arrival, _ in
      let form = arrival.request.form
      guard let user = form["user"], let password = form["password"], !user.isEmpty else {
        return .refuse(refusal, expected: "user and password", actual: "not both")
      }
      return .enter(Credentials(user: user, password: password, request: arrival.request))
    }
  }

  static func correct(else refusal: Refusal) -> Gate<Credentials, Authenticated> {
    Gate("password-correct", "the password is the user's", "OWASP ASVS 6.2") { given, sight in
      let row = sight.read(.users, RowKey(given.user))
      // An unknown user costs the same time as a known one.
      let matches = sight.passwordMatches(given.password, row ?? [Pair("salt", given.user)])
      guard let row, matches else {
        return .refuse(
          refusal, expected: "the password of \(given.user)", actual: "another password")
      }
      return .enter(Authenticated(user: given.user, row: row, request: given.request))
    }
  }

  static let loginPage = pipeline().finish { _, hand in
    Page(
      title: "Sign in to \(hand.server.name)",
      form: Page.Form(
        action: "/login",
        fields: [
          Page.Field(name: "user", kind: "text", value: ""),
          Page.Field(name: "password", kind: "password", value: ""),
        ], buttons: [Page.Field(name: "", kind: "Sign in", value: "")])
    ).response()
  }

  /// POST /login of a cookie application.
  static let login = pipeline().checks([OwnPages.check(\.request)])
    .gate(given(else: wrong)).gate(correct(else: wrong))
    .finish { signedIn, hand in
      let cookie = Sessions.begin(user: signedIn.user, presented: signedIn.request, hand)
      return Response(
        303, headers: Headers([Pair("Set-Cookie", cookie), Pair("Location", "/me")]))
    }
}
