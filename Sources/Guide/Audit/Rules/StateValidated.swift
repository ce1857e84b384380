import Wire

extension AuditRule {
  /// PKCE or a nonce tie the answer to the browser as well (RFC 9700 2.1).
  static let stateValidated = AuditRule(
    "K7-state", .error, "The answer of a provider is tied to the browser that asked", row: "K7",
    references: ["RFC 9700 4.7.1", "RFC 6749 10.12", "CWE-352"], claims: ["O7"],
    scenario: "oauth/link-csrf#no-state", sees: [.run, .archive],
    subject: "authorization requests",
    blindness: .noFlow
  ) { view in
    var look = AuditLook()
    var states: [String: String] = [:]
    for it in view.authorizations {
      look.subjects += 1
      let isBound = it.hasChallenge || it.hasNonce
      if !it.isTaken { continue }
      if !it.hasState, !isBound {
        look.hit(
          "\(it.clientID) asks without state, code_challenge and nonce", at: it.exchange.place)
      }
      guard let state = it.parameters["state"], !isBound else { continue }
      // The same request may be made twice, by a reload.
      let address = it.exchange.request.url.text
      if let other = states.updateValue(address, forKey: state), other != address {
        look.hit("\(it.clientID) asks twice with the same state", at: it.exchange.place)
      }
    }
    // Also where somebody took it out on the way.
    let isOtherwiseBound = view.served.contains { exchange in
      let asked = exchange.location?.query ?? []
      return asked["response_type"] != nil
        && (asked["code_challenge"] != nil || asked["nonce"] != nil)
    }
    if !isOtherwiseBound { look.add(view.unchecked(["state-matches"])) }
    return look
  }
}

extension AuditRule.Blindness {
  /// Of a token or a cookie.
  static let noFlow = Self(
    "How a token or a cookie was come by does not stand in it.",
    needed: "The sign-in: a scenario, a saved run or a HAR.")
}
