extension AuditRule {
  static let cookieScope = AuditRule(
    "cookie-scope", .warning, "A cookie of a sign-in belongs to one host, and says so (__Host-)",
    why: "With Domain every sibling host gets the cookie; without the prefix a sibling can set one "
      + "of the same name.",
    remedy: "No Domain, Path=/, and a name that begins with __Host-.",
    references: ["OWASP ASVS 3.3.3", "RFC 6265bis 4.1.3.2", "CWE-565"],
    scenario: "session/cookie-tossing#plain-name", sees: [.run, .archive, .cookie],
    subject: "cookies of a sign-in", blindness: .noCookie
  ) { view in
    var look = AuditLook()
    for it in view.cookies where it.isAuthentication {
      look.subjects += 1
      if let domain = it.cookie.domain, !domain.isEmpty {
        look.hit("\(it.cookie.name) goes to every host of \(domain)", at: it.place)
      } else if !it.cookie.name.hasPrefix("__Host-") {
        look.hit("\(it.cookie.name) has no __Host- in its name", at: it.place, .note)
      }
    }
    return look
  }
}
