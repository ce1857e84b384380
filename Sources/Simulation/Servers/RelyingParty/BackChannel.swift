import Trace
import Wire

/// What a client asks its provider directly, with whatever it proves itself by.
enum BackChannel {
  /// Where a proof binds what comes back (RFC 9449 5, 10.1).
  private static let proven = ["/token", "/par"]

  /// Posts a form to one of the provider's endpoints; nil when nobody answers.
  static func post(
    _ path: String, _ form: [Pair], at provider: ServerSpec?, _ hand: Hand
  ) -> Response? {
    guard let provider, let url = url(of: path, at: provider, hand) else { return nil }
    // Whatever is good once is made anew for a second try.
    func request() -> Request {
      var message = ClientMessage(form: form)
      message.identify(hand.server, to: provider, hand)
      return Request(
        "POST", url, headers: Headers(message.headers), body: FormCoding.encode(message.form))
    }
    return proven.contains(path) ? hand.sendProven(request) : hand.send(request())
  }

  private static func url(
    of path: String, at provider: ServerSpec, _ hand: Hand
  ) -> WireURL? {
    WireURL(
      path == "/token" ? hand.run.addresses(of: provider).token : provider.origin.origin + path)
  }

  /// Whose access token it is (OpenID Connect Core 5.3.1).
  static func userInfo(
    _ token: HeldToken, at provider: ServerSpec?, _ hand: Hand
  ) -> Response? {
    guard let provider, let url = WireURL(hand.run.addresses(of: provider).userinfo) else {
      return nil
    }
    return token.send("GET", url, hand)
  }
}

/// A form on its way to a provider.
struct ClientMessage {
  var form: [Pair]
  var headers = [Pair("Content-Type", "application/x-www-form-urlencoded")]

  /// Adds what the client proves itself by; a public one has its name only.
  mutating func identify(_ client: ServerSpec, to provider: ServerSpec, _ hand: Hand) {
    if client.role.isPublicClient {
      form.append(Pair("client_id", client.name))
      return
    }
    switch client.authenticates {
    case .secret:
      let secret = hand.run.clientSecret(of: client, at: provider)
      headers.append(Pair("Authorization", ClientAuthentication.basic(client.name, secret)))
    case .privateKey:
      form += ClientAssertion.make(by: client, for: provider, hand)
    }
  }
}

/// An access token in its holder's hands.
struct HeldToken {
  let text: String
  /// Whether the provider said that it is bound to the holder's key (`token_type`).
  let isBound: Bool

  init(_ text: String, type: String? = nil) {
    self.text = text
    isBound = type.map { ASCII.equalFolded($0, TokenScheme.dpop.rawValue) } ?? false
  }

  /// A request that carries it, with a proof where it is bound.
  func send(
    _ method: String, _ url: WireURL, _ hand: Hand, form: [Pair] = []
  ) -> Response? {
    let scheme = isBound ? TokenScheme.dpop : .bearer
    var headers = Headers([Pair("Authorization", scheme.rawValue + " " + text)])
    if !form.isEmpty { headers.append("Content-Type", "application/x-www-form-urlencoded") }
    let request = Request(method, url, headers: headers, body: FormCoding.encode(form))
    return isBound ? hand.sendProven({ request }, token: text) : hand.send(request)
  }
}
