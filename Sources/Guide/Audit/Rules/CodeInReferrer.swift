import Wire

extension AuditRule {
  static let codeInReferrer = AuditRule(
    "oauth-referrer", .warning, "No page tells others the address that it was opened with",
    why: "A page at the callback's address that loads something from elsewhere tells that server "
      + "code and state in the Referer.",
    remedy: "Referrer-Policy: no-referrer on such pages; and a redirect, so that there is none.",
    references: ["RFC 9700 4.2.4", "OWASP ASVS 3.4.5", "CWE-200"],
    scenario: "oauth/referer-leak#whole-address", sees: [.run, .archive],
    subject: "requests with a Referer", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.exchanges {
      guard let text = it.request.headers["Referer"], let referrer = WireURL(text) else { continue }
      look.subjects += 1
      let told = secrets(in: referrer.query)
      if !told.isEmpty, referrer.origin != it.request.url.origin {
        look.hit(
          "\(it.request.url.host) is told \(told.joined(separator: " and ")) of "
            + "\(referrer.host)\(referrer.path) by the Referer", at: it.place)
      }
    }
    return look
  }

  /// A code beside what only an answer has; many a page has a code or a state of another kind.
  private static func secrets(in query: [Pair]) -> [String] {
    var out = ["access_token", "id_token"].filter { query[$0] != nil }
    let isAnswer = query["state"] != nil || query["iss"] != nil || query["session_state"] != nil
    if query["code"] != nil, isAnswer { out.append("code") }
    return out
  }
}
