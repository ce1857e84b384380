import Wire

extension AuditRule {
  static let framedPages = AuditRule(
    "http-framing", .warning, "Pages on which people sign in or agree cannot be framed",
    why: "A page of an attacker lays it under its own, and the visitor's click says yes.",
    remedy: "Content-Security-Policy: frame-ancestors 'none', and X-Frame-Options: DENY for old "
      + "browsers.",
    references: ["RFC 9700 4.16", "OWASP ASVS 3.4.6", "CWE-1021"],
    scenario: "oauth/clickjacking#framed", sees: [.run, .archive],
    subject: "pages with a login or a consent", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.served where it.isPage && it.isAccepted {
      guard let body = it.response?.body, let kind = kind(of: body) else { continue }
      look.subjects += 1
      if !isKeptOut(it) { look.hit("\(it.line) shows \(kind) and may be framed", at: it.place) }
    }
    return look
  }

  private static func kind(of page: String) -> String? {
    for form in HTMLForm.all(in: page) {
      if form.fields.contains(where: { $0.kind == .password }) { return "a login form" }
      if form.buttons.contains(where: { ["allow", "approve", "consent"].contains($0.value) }) {
        return "a consent form"
      }
    }
    return nil
  }

  private static func isKeptOut(_ it: SeenExchange) -> Bool {
    guard let headers = it.response?.headers else { return true }
    let policies = headers.all("Content-Security-Policy").map { ASCII.lowercased($0) }
    return policies.contains { $0.contains("frame-ancestors") }
      || ["deny", "sameorigin"].contains(ASCII.lowercased(headers["X-Frame-Options"] ?? ""))
  }
}
