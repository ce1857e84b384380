import Wire

extension AuditRule {
  static let tokenStorage = AuditRule(
    "M2-token-storage", .error, "No token is kept where scripts look", row: "M2",
    references: ["OWASP ASVS 14.3.3", "RFC 9700 2.1", "CWE-922"], claims: ["D3"],
    scenario: "jwt/localstorage-xss#for-a-month", sees: [.run], subject: "things kept by pages",
    blindness: Blindness(
      "What a page keeps in localStorage or sessionStorage stands in no message.",
      needed: "The browser's developer tools, under Storage: look for access, refresh and ID "
        + "tokens.")
  ) { view in
    var look = AuditLook()
    for index in view.trace.records.indices {
      guard case .browserStorage(let use) = view.trace.records[index].event, use.wrote,
        let value = use.value
      else { continue }
      look.subjects += 1
      let key = ASCII.lowercased(use.key)
      let isNamed = ["access", "refresh", "token", "jwt"].contains { key.contains($0) }
      if isNamed || CookieRole.isToken(value) {
        look.hit(
          "a page of \(use.origin) keeps \(use.key) in its storage", at: view.place(ofRecord: index)
        )
      }
    }
    return look
  }
}
