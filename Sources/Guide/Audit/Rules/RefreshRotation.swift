extension AuditRule {
  static let refreshRotation = AuditRule(
    "K4-refresh-rotation", .warning, "A refresh token is replaced when it is used", row: "K4",
    references: ["RFC 9700 2.2.2", "RFC 9700 4.14.2", "OWASP ASVS 10.4.5"],
    claims: ["J13"], scenario: "jwt/refresh#no-rotation", sees: [.run, .archive],
    subject: "refresh requests",
    blindness: Blindness(
      "What a server does with a refresh token shows when it is used.",
      needed: "A run, or a HAR in which a token is renewed.")
  ) { view in
    var look = view.unchecked(["refresh-unused"])
    for it in view.served where it.isAccepted {
      guard let old = it.refreshToken, it.json?["access_token"] != nil else { continue }
      look.subjects += 1
      // Confidential clients and bound tokens need none (RFC 9700 2.2.2).
      if it.isClientAuthenticated || it.request.headers["DPoP"] != nil { continue }
      let new = it.json?["refresh_token"]?.string
      if new == nil || new == old {
        look.hit("\(it.line) leaves the refresh token as it was", at: it.place)
      }
    }
    return look
  }
}

extension SeenExchange {
  /// The refresh token that the request brings, to a token endpoint or to an app's own.
  var refreshToken: String? {
    guard request.method == "POST" else { return nil }
    if hasForm { return request.form["refresh_token"] }
    return nil
  }

  /// Whether the client proves who it is (RFC 6749 2.3, RFC 7523 2.2).
  var isClientAuthenticated: Bool {
    request.headers["Authorization"]?.hasPrefix("Basic ") == true
      || request.form["client_secret"] != nil || request.form["client_assertion"] != nil
  }
}
