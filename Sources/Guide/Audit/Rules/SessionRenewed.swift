import Wire

extension AuditRule {
  static let sessionRenewed = AuditRule(
    "session-fixation", .error, "A sign-in begins a session with a new id",
    why: "An id that somebody planted before the sign-in is signed in after it, in both browsers.",
    remedy: "A new id at every sign-in and every change of rights; destroy the old one.",
    references: ["OWASP ASVS 7.2.4", "CWE-384"], claims: ["S1"],
    scenario: "session/fixation#id-kept", sees: [.run, .archive], subject: "sign-ins by password",
    blindness: .noFlow
  ) { view in
    var look = view.omitted("session-renewal")
    for it in view.served where it.request.method == "POST" && it.isRedirect {
      guard it.isSignIn else { continue }
      look.subjects += 1
      let brought = it.request.cookies.filter { pair in
        CookieRole.named(pair.name, pair.value) == .session
      }
      let set = (view.cookiesBySender[it.sent] ?? []).map(\.cookie)
      for cookie in brought {
        let new = set.first { $0.name == cookie.name }?.value
        guard new.map({ $0 == cookie.value }) ?? view.isKept(cookie, after: it) else { continue }
        look.hit("\(it.line) signs in and leaves \(cookie.name) as it was", at: it.place)
      }
    }
    return look
  }
}

extension AuditView {
  /// Whether the same cookie is accepted again at the same server later.
  func isKept(_ cookie: Pair, after exchange: SeenExchange) -> Bool {
    let use = CookieUse(origin: exchange.request.url.origin, cookie: cookie)
    return lastUses[use].map { $0 > exchange.sent } ?? false
  }
}
