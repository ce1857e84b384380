import Wire

extension AuditRule {
  static let noStore = AuditRule(
    "http-no-store", .warning, "Answers with tokens are kept by no cache",
    why: "A cache on the way, or the browser's own, hands the token to whoever comes next.",
    remedy: "Cache-Control: no-store on every answer with a token.",
    references: ["RFC 6749 5.1", "OWASP ASVS 14.3.2", "CWE-525"], scenario: "oauth/code-flow",
    sees: [.run, .archive], subject: "answers with tokens", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.served {
      guard let object = it.json?.object,
        object["access_token"] != nil || object["refresh_token"] != nil || object["id_token"] != nil
      else { continue }
      look.subjects += 1
      let control = it.response?.headers.all("Cache-Control").joined(separator: ",") ?? ""
      if !ASCII.lowercased(control).contains("no-store") {
        look.hit("\(it.line) answers with tokens and without Cache-Control: no-store", at: it.place)
      }
    }
    return look
  }
}
