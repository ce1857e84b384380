import Trace
import Wire

extension AuditRule {
  static let clearText = AuditRule(
    "http-clear", .error, "No secret goes over plain http",
    why: "Everybody on the way reads it: the café's network, the provider, a box in between.",
    remedy: "https everywhere, Secure on cookies, and HSTS.",
    references: ["RFC 9700 4.2", "RFC 6750 5.2", "OWASP ASVS 12.2.1", "CWE-319"],
    scenario: "session/secure-flag#in-the-clear", sees: [.run, .archive], subject: "messages",
    blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.served {
      look.subjects += 1
      guard it.request.url.scheme == "http", !isLoopback(it.request.url.host) else { continue }
      // Behind a proxy the way may be one machine; it still wants a thought.
      let isInside = !it.from.kind.isClient && it.from.kind != .nativeApp
      for secret in secrets(of: it) {
        look.hit(
          "\(secret) goes to \(it.request.url.host) over plain http", at: it.place,
          isInside ? .note : nil)
      }
    }
    return look
  }

  /// RFC 8252 7.3: a native app's own address never leaves the machine.
  private static func isLoopback(_ host: String) -> Bool {
    ["localhost", "127.0.0.1", "[::1]"].contains(host)
  }

  private static func secrets(of it: SeenExchange) -> [String] {
    var out = it.request.cookies.filter { cookie in
      CookieRole.named(cookie.name, cookie.value).map { $0 == .session || $0 == .remember } ?? false
    }.map { "the cookie \($0.name)" }
    if it.request.headers["Authorization"] != nil { out.append("the Authorization header") }
    for pair in it.parameters {
      if PasswordField.isOne(pair.name) { out.append("a password") }
      if ["code", "access_token", "refresh_token", "client_secret"].contains(pair.name) {
        out.append(pair.name)
      }
    }
    return out
  }
}
