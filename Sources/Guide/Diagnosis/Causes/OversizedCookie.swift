import Wire

extension DiagnosedCause {
  /// More is in a cookie, or in all of them, than browsers and servers take.
  static let oversizedCookie = DiagnosedCause(
    id: "cookie-oversized", title: "A cookie is too long, and the browser does not take it",
    reference: "RFC 6265bis 5.6, step 5",
    remedy: "Keep the session in a store at the server, and put nothing but a random id into the "
      + "cookie; or put less into it, without the tokens.",
    scenario: "oauth/login-loop#oversized",
    find: { reading in
      for exchange in reading.browsing {
        for (record, decision) in exchange.after where decision.fate == .refused {
          guard decision.reason == CookieReason.tooLarge.sentence,
            let stranger = reading.later(exchange).first(where: \.isTurnedAway)
          else { continue }
          return Found(
            what: "The browser refuses the cookie \(decision.name): \(decision.reason). It comes "
              + "back without it, and is a stranger.",
            evidence: [
              Evidence(record, "\(decision.name) is refused"),
              Evidence(
                stranger.place,
                "\(stranger.request.method) \(stranger.url.path): \(stranger.outcome)"),
            ])
        }
      }
      return reading.oversizedHeader
    })
}

extension LoginReading {
  /// All cookies together are more than the server reads: 8 KiB with most of them.
  fileprivate var oversizedHeader: DiagnosedCause.Found? {
    for exchange in browsing where exchange.status == 431 || exchange.status == 400 {
      let length = exchange.request.headers["Cookie"]?.utf8.count ?? 0
      guard exchange.status == 431 || length > 7000 else { continue }
      return DiagnosedCause.Found(
        what:
          "The Cookie header has \(length) bytes, and \(exchange.url.host) refuses the request.",
        evidence: [Evidence(exchange.place, exchange.outcome)],
        remedy: "Delete the cookies of \(exchange.url.host) to get in. Then find out who keeps "
          + "adding some: a transaction cookie for each attempt that is never removed is common.")
    }
    return nil
  }
}
