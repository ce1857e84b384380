import Wire

extension AuditRule {
  static let tokenInURL = AuditRule(
    "oauth-token-in-url", .error, "No token and no secret stands in an address",
    why: "Addresses lie in histories, logs and Referer headers.",
    remedy: "Tokens in the Authorization header or in a body.",
    references: ["RFC 9700 4.3.2", "RFC 6750 5.3", "OWASP ASVS 14.2.1", "CWE-598"],
    scenario: "oauth/implicit#as-before", sees: [.run, .archive], subject: "addresses",
    blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.exchanges {
      look.subjects += 1
      for name in secrets(in: it.request.url) where !it.isFromAttacker {
        look.hit("\(name) stands in the address of \(it.line)", at: it.place)
      }
      guard !it.isToAttacker, let target = it.location else { continue }
      for name in secrets(in: target) {
        look.hit("\(it.line) sends the browser to an address with \(name)", at: it.place)
      }
    }
    return look
  }

  private static func secrets(in url: WireURL) -> [String] {
    let names = (url.query + FormCoding.parse(url.fragment ?? "")).map(\.name)
    return ["access_token", "refresh_token", "id_token", "client_secret"].filter(names.contains)
  }
}
