import Wire

extension AuditRule {
  static let openRedirect = AuditRule(
    "http-open-redirect", .error, "A server sends nobody to an address that stands in the link",
    why: "The link begins with a name that people trust and ends at a stranger's page, with code "
      + "and state behind it.",
    remedy: "Own paths only, or a list of addresses.",
    references: ["RFC 9700 4.11.1", "OWASP ASVS 3.7.2", "CWE-601"],
    scenario: "oauth/open-redirector#passes-on", sees: [.run, .archive],
    subject: "redirects to other hosts", blindness: .noFlow
  ) { view in
    var look = view.unchecked(["own-target"])
    look.hits.removeAll { !$0.seen.hasSuffix("it is not so") }
    for it in view.served where it.isRedirect {
      guard let target = it.location, target.host != it.request.url.host, !isOfProtocol(it) else {
        continue
      }
      look.subjects += 1
      let named = it.request.url.query.first { pair in
        WireURL(pair.value).map { $0.base == target.base } ?? false
      }
      // A server's own family is on its list, as far as anybody can tell.
      guard let named, !Site(of: it.request.url).contains(target) else { continue }
      if view.kind == .archive {
        look.gap = Blindness(
          "\(it.line) sends the browser to the address in \(named.name); whether to any does not "
            + "show.",
          needed: "The same link with an address that nobody knows: an error page has to come.")
      } else {
        look.hit("\(it.line) sends the browser to the address in \(named.name)", at: it.place)
      }
    }
    return look
  }

  /// Authorization and sign-out endpoints redirect by design, to addresses that are registered.
  private static func isOfProtocol(_ it: SeenExchange) -> Bool {
    let query = it.request.url.query
    return query["client_id"] != nil || query["redirect_uri"] != nil
      || query["post_logout_redirect_uri"] != nil || query["id_token_hint"] != nil
  }
}
