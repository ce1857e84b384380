import Trace
import Wire

/// Where an answer may go: to the address that the client has registered.
enum ReturnAddress {
  enum Finding {
    case found(String)
    case wrong(expected: String, actual: String)
  }

  static func find(
    _ parameters: [Pair], _ client: Row, _ rule: RedirectURIRule
  ) -> Finding {
    let registered = client["redirect_uri"] ?? ""
    let asked = parameters.all("redirect_uri").filter { !$0.isEmpty }
    let scopes = (parameters["scope"] ?? "").split(separator: " ")
    // OpenID Connect asks for it always; OAuth alone knows a client with one address
    // (RFC 6749 3.1.2.3).
    if asked.isEmpty, !scopes.contains("openid"), !registered.isEmpty { return .found(registered) }
    guard asked.count == 1, isSame(asked[0], registered, client, rule) else {
      return .wrong(
        expected: registered, actual: asked.isEmpty ? "none" : asked.joined(separator: " and "))
    }
    return .found(asked[0])
  }

  /// A native app listens at whatever port it got from its device (RFC 8252 7.3).
  private static func isSame(
    _ asked: String, _ registered: String, _ client: Row, _ rule: RedirectURIRule
  ) -> Bool {
    if rule.allows(asked, registered: registered) { return true }
    guard client["type"] == "public", var own = WireURL(registered), own.isLoopback,
      var other = WireURL(asked), other.isLoopback
    else { return false }
    own.port = nil
    other.port = nil
    return own.text.hasSameBytes(as: other.text)
  }
}

extension WireURL {
  /// Whether it stays on the device; `localhost` may be sent elsewhere (RFC 8252 8.3).
  var isLoopback: Bool { scheme == "http" && (host == "127.0.0.1" || host == "[::1]") }
}
