import Wire

extension DiagnosedCause {
  /// TLS ends before the app, and the app takes the last yards for the whole way.
  static let httpBehindProxy = DiagnosedCause(
    id: "http-behind-proxy", title: "The app thinks that it is reached by plain http",
    reference: "RFC 9700 4.13",
    remedy: "Let the app heed X-Forwarded-Proto from its proxy (and from nobody else), or tell it "
      + "its own address, with https, when it is set up. Do not register the http address.",
    scenario: "oauth/login-loop#proxy-ignored",
    find: { reading in
      for exchange in reading.browsing where exchange.message.kind == .authorization {
        guard let text = exchange.message["redirect_uri"], let address = WireURL(text),
          address.scheme == "http", exchange.isFailing(in: reading),
          reading.browsing.contains(where: { $0.url.isSecure && $0.url.host == address.host })
        else { continue }
        return Found(
          what: "The browser reaches \(address.host) by https, and the app asks the provider for "
            + "the answer at \(text): it does not know of the TLS before it.",
          evidence: [
            Evidence(exchange.sent, "redirect_uri is \(text)"),
            Evidence(exchange.place, exchange.outcome),
          ])
      }
      return reading.insecureCookie
    })
}

extension LoginReading.Exchange {
  /// Whether the provider refused here, or the app when the answer came.
  fileprivate func isFailing(in reading: LoginReading) -> Bool {
    if status >= 400 { return true }
    return reading.exchanges[(index + 1)...].contains {
      $0.client == client && $0.message.kind == .answer
        && ($0.message["error"] != nil || $0.isTurnedAway || $0.status == 0)
    }
  }

  /// "400: The redirect URI is not registered".
  var outcome: String {
    if response == nil { return "no answer came" }
    if let location = response?.headers["Location"] { return "\(status), to \(location)" }
    let words = words
    return words.isEmpty
      ? "\(status) \(Response.reason(status))" : "\(status): \(String(words.prefix(160)))"
  }
}

extension LoginReading {
  /// A Secure cookie that a plain http answer wants to set.
  fileprivate var insecureCookie: DiagnosedCause.Found? {
    for exchange in browsing where !exchange.url.isSecure {
      for (record, decision) in exchange.after where decision.fate == .refused {
        guard decision.reason == CookieReason.secureFromInsecure.sentence,
          let stranger = later(exchange).first(where: \.isTurnedAway)
        else { continue }
        return DiagnosedCause.Found(
          what: "The browser refuses the cookie \(decision.name): it is Secure, and it was set "
            + "over plain http at \(exchange.url.base).",
          evidence: [
            Evidence(record, "\(decision.name) is refused: \(decision.reason)"),
            Evidence(
              stranger.place, "\(stranger.request.method) \(stranger.url.path): \(stranger.outcome)"
            ),
          ],
          remedy: "Serve the whole sign-in by https, and redirect http to it before anything is "
            + "set; behind a proxy let the app heed X-Forwarded-Proto.")
      }
    }
    return nil
  }
}
