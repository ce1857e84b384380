import Wire

extension AuditRule {
  static let crossOriginReading = AuditRule(
    "cors-credentials", .error,
    "Other origins read answers with cookies only if they are on a list",
    why: "A server that names whoever asks lets every page read what its visitor may read.",
    remedy: "A list of origins, compared to the letter; no credentials for all others.",
    references: ["OWASP ASVS 3.4.2", "Fetch 3.3.5", "CWE-942"], claims: ["S8"],
    scenario: "session/cross-domain#everybody-reads", sees: [.run, .archive],
    subject: "requests from other origins", blindness: .noFlow
  ) { view in
    var look = view.omitted("cors-list")
    var strangers: [String: Set<String>] = [:]
    for it in view.served {
      guard let origin = it.request.headers["Origin"], origin != it.request.url.origin else {
        continue
      }
      look.subjects += 1
      let headers = it.response?.headers
      guard headers?["Access-Control-Allow-Credentials"] == "true",
        let allowed = headers?["Access-Control-Allow-Origin"]
      else { continue }
      if allowed == "*" || allowed == "null" {
        look.hit("\(it.line) lets \(allowed) read with credentials", at: it.place)
      }
      // Pages of the same site are the server's own family.
      guard allowed == origin, let url = WireURL(origin),
        !Site(of: it.request.url).contains(url)
      else { continue }
      strangers[it.request.url.host, default: []].insert(origin)
    }
    if view.kind == .archive, let host = strangers.keys.sorted().first {
      look.gap = Blindness(
        "\(host) lets an origin of another site read; whether it lets all does not show.",
        needed:
          "Ask with an Origin that nobody knows (`curl -H 'Origin: https://x.test'`): it must "
          + "not be named in the answer.")
    }
    return look
  }
}
