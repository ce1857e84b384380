import Trace
import Wire

/// What a client asks its provider directly, with whatever it proves itself by.
enum BackChannel {
  /// Posts a form to one of the provider's endpoints; nil when nobody answers.
  static func post(
    _ path: String, _ form: [Pair], at provider: ServerSpec?, _ hand: Hand
  ) -> Response? {
    let client = hand.server
    guard let provider, let url = WireURL(provider.origin.origin + path) else { return nil }
    var form = form
    var headers = [Pair("Content-Type", "application/x-www-form-urlencoded")]
    if client.role == .nativeApp {
      form.append(Pair("client_id", client.name))
    } else {
      let secret = hand.run.clientSecret(of: client)
      headers.append(Pair("Authorization", ClientAuthentication.basic(client.name, secret)))
    }
    return hand.send(
      Request("POST", url, headers: Headers(headers), body: FormCoding.encode(form)))
  }

  /// Whose access token it is (OpenID Connect Core 5.3.1).
  static func userInfo(_ token: String, at provider: ServerSpec?, _ hand: Hand) -> Response? {
    guard let provider, let url = WireURL(provider.origin.origin + "/userinfo") else { return nil }
    let field = Pair("Authorization", "Bearer " + token)
    return hand.send(Request("GET", url, headers: Headers([field])))
  }
}
