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

  static let loginPage = pipeline().finish { _, hand in form(hand.server.name).response() }

  /// The page that asks for user and password, perhaps with a sentence about why.
  static func form(_ server: String, _ message: String? = nil) -> Page {
    Page(
      title: "Sign in to \(server)", paragraphs: message.map { [$0] } ?? [],
      form: Page.Form(
        action: "/login",
        fields: [
          Page.Field(name: "user", kind: "text", value: ""),
          Page.Field(name: "password", kind: "password", value: ""),
        ], buttons: [Page.Field(name: "", kind: "Sign in", value: "")]))
  }

  /// The table of POST /login of a cookie application.
  static let signedIn = pipeline().checks([OwnPages.check(\.request)])
    .gate(given(else: wrong)).gate(correct(else: wrong))

  static let login = signedIn.finish { it, hand in begun(it, hand) }

  /// A session for a user who has signed in.
  static func begun(_ it: Authenticated, _ hand: Hand) -> Response {
    let cookie = Sessions.begin(user: it.user, presented: it.request, hand)
    return Response(
      303, headers: Headers([Pair("Set-Cookie", cookie), Pair("Location", "/me")]))
  }
}
