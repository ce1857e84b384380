import Wire

extension AuditRule {
  /// In a run a host speaks http only where the story is about it; of a file nobody knows what is
  /// typed into the address bar next, so that the header is missed wherever people sign in.
  static let strictTransport = AuditRule(
    "http-hsts", .warning, "A host that speaks https says that it always will (HSTS)",
    why: "A visit that begins with http:// can be kept there by whoever sits in between.",
    remedy: "Strict-Transport-Security with a max-age of a year.",
    references: ["RFC 6797 7.1", "OWASP ASVS 3.4.1", "CWE-319"],
    scenario: "session/secure-flag#in-the-clear", sees: [.run, .archive],
    subject: "hosts where people sign in", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for host in hosts(in: view) {
      let secure = view.served.filter { $0.request.url.host == host && $0.request.url.isSecure }
      guard let first = secure.first else { continue }
      look.subjects += 1
      if secure.contains(where: { $0.response?.headers["Strict-Transport-Security"] != nil }) {
        continue
      }
      let isClear = view.served.contains {
        $0.request.url.host == host && $0.request.url.scheme == "http"
      }
      if isClear {
        look.hit("\(host) was spoken to over http, and sends no HSTS", at: first.place)
      } else if view.kind == .archive {
        look.hit("\(host) sends no HSTS", at: first.place, .note)
      }
    }
    return look
  }

  private static func hosts(in view: AuditView) -> [String] {
    var out: [String] = []
    for it in view.cookies where it.isCredential && !out.contains(it.host) { out.append(it.host) }
    return out
  }
}
