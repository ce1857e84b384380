/// A web application that keeps its users signed in by session cookies.
enum SessionApp {
  static let routes = Routes(
    json: false,
    [
      route("GET", "/login", Passwords.loginPage),
      route("POST", "/login", Passwords.login),
      route("GET", "/me", account),
      route("POST", "/logout", Sessions.logout),
    ])

  /// The account page, for whoever the session says.
  static let account = Sessions.required.finish { session, hand in
    Page(
      title: "\(hand.server.name): account", paragraphs: ["You are signed in as \(session.user)."]
    ).response()
  }
}
