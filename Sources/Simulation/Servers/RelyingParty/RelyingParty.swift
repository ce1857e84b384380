import Trace
import Wire

/// A confidential web application that signs its users in, or links their accounts, at a provider.
enum RelyingParty {
  static let routes = Routes(
    json: false,
    [
      route("GET", "/login", Passwords.loginPage),
      route("POST", "/login", Passwords.login),
      route("GET", "/signin", Beginning.signIn),
      route("GET", "/link", Beginning.link),
      route("POST", "/link", Beginning.link),
      route("GET", "/cb", Callback.endpoint),
      route("POST", "/cb", Callback.endpoint),
      route("GET", "/cb/*", Callback.endpoint),
      route("POST", "/cb/*", Callback.endpoint),
      route("GET", "/me", account),
      route("GET", "/orders", Delegated.orders),
      route("GET", "/import", Import.endpoint),
      route("GET", "/api/orders", BackendForFrontend.endpoint),
      route("POST", "/api/orders", BackendForFrontend.endpoint),
      route("POST", "/logout", Sessions.logout),
      route("POST", "/signout", SignOut.endpoint),
      route("GET", "/bye", SignOut.bye),
      route("POST", "/backchannel-logout", LogoutNotice.endpoint),
      route("POST", "/pay", Delegated.pay),
      route("POST", "/job", Job.endpoint),
      route("POST", "/session", AppSession.endpoint),
    ])

  static let account = Sessions.required.finish { session, hand in
    let link = hand.read(.links, RowKey(session.user))
    let linked = link?["identity"].map { "Linked to \($0)." } ?? "Linked to nobody."
    return Page(
      title: "\(hand.server.name): account",
      paragraphs: ["You are signed in as \(session.user).", linked]
    ).response()
  }
}
