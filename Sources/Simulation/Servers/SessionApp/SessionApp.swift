/// A web application that keeps its users signed in by session cookies.
enum SessionApp {
  static let routes = Routes(
    json: false,
    [
      route("GET", "/", frontPage),
      route("GET", "/login", RememberMe.page),
      route("POST", "/login", RememberMe.login),
      route("GET", "/me", account),
      route("POST", "/logout", RememberMe.logout),
      route("GET", "/email", EmailChange.form),
      route("GET", "/email/change", EmailChange.change),
      route("POST", "/email/change", EmailChange.change),
      route("POST", "/forgot", PasswordReset.request),
      route("GET", "/reset", PasswordReset.form),
      route("POST", "/reset", PasswordReset.change),
      route("POST", "/sessions/end", Incident.endOwn),
      route("POST", "/admin/sessions/end", Incident.endAny),
    ])

  /// What anybody may read.
  static let frontPage = pipeline().finish { _, hand in
    Page(title: hand.server.name, paragraphs: ["Welcome. Sign in to see your account."])
      .response()
  }

  /// The account page, for whoever the session says.
  static let account = Sessions.required.finish { session, hand in
    Page(
      title: "\(hand.server.name): account", paragraphs: ["You are signed in as \(session.user)."]
    ).response()
  }
}
