extension AuditRule {
  static let cookieSecure = AuditRule(
    "K5-cookie-secure", .error, "The cookies of a sign-in go over https only",
    why: "The first request over http shows the cookie to everybody on the way.",
    remedy: "Secure on every cookie, and HSTS so that there is no first request.",

    references: ["OWASP ASVS 3.3.1", "RFC 6265bis 4.1.2.5", "CWE-614"], claims: ["K5", "S3"],
    scenario: "session/secure-flag#in-the-clear", sees: [.run, .archive, .cookie],
    subject: "cookies of a sign-in", blindness: .noCookie
  ) { view in
    var look = AuditLook()
    for it in view.cookies where it.isAuthentication {
      look.subjects += 1
      if !it.cookie.isSecure {
        look.hit("\(it.cookie.name) is set without Secure", at: it.place)
      }
    }
    return look
  }
}
