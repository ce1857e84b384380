import Trace
import Wire

/// A reverse proxy: it ends TLS, signs people in, and tells the app behind it who they are by a
/// header (RFC 9700 4.13).
enum ReverseProxy {
  static let userHeader = "X-User"
  static let secretHeader = "X-Proxy-Secret"

  static let routes = Routes(
    json: false,
    [
      route("GET", "/login", Passwords.loginPage),
      route("POST", "/login", Passwords.login),
      route("POST", "/logout", Sessions.logout),
    ], everywhere: forward)

  private static let forward = pipeline().finish { arrival, hand in
    guard let app = hand.server.behind.flatMap({ hand.server(named: $0) }) else {
      return Page(title: "There is nothing behind this proxy").response(status: 502)
    }
    var request = arrival.request
    let session = Sessions.find(request, hand.sight)
    strip(&request, hand)
    if let session { request.headers.set(userHeader, session.user) }
    request.headers.set(secretHeader, hand.run.proxySecret(of: app))
    request.headers.set("X-Forwarded-Host", request.url.host)
    request.headers.set("X-Forwarded-Proto", request.url.scheme)
    var inside = app.origin
    inside.path = request.url.path
    inside.rawQuery = request.url.rawQuery
    request.url = inside
    return hand.send(request) ?? Page(title: "The app does not answer").response(status: 502)
  }

  /// What the app is to believe may come from here only.
  private static func strip(_ request: inout Request, _ hand: Hand) {
    guard let brought = request.headers[userHeader] else { return }
    if hand.isOff("strip-headers") {
      hand.omit(
        "strip-headers", "remove \(userHeader)",
        would: "would have kept \"\(brought)\" from the app: the client has written it")
    } else {
      request.headers.set(userHeader, nil)
      hand.note("The proxy removes the \(userHeader) that the client has sent.")
    }
  }
}

extension Run {
  /// What a proxy shows to the app behind it, as the two have agreed.
  func proxySecret(of app: ServerSpec) -> String {
    let secret = clientSecret(of: app, at: nil)
    register(.clientSecret, secret, from: nil)
    return secret
  }
}
