extension AuditRule {
  static let cookieHTTPOnly = AuditRule(
    "K5-cookie-http-only", .error, "Scripts cannot read the cookies of a sign-in",
    why: "A script that does not belong in the page reads the cookie and takes it away.",
    remedy: "HttpOnly on every cookie that none of your own scripts has to read.",

    references: ["OWASP ASVS 3.3.4", "RFC 6265bis 4.1.2.6", "CWE-1004"], claims: ["K5", "S3"],
    scenario: "session/xss-theft#readable-cookie", sees: [.run, .archive, .cookie],
    subject: "cookies of a sign-in", blindness: .noCookie
  ) { view in
    var look = AuditLook()
    for it in view.cookies where it.isAuthentication {
      look.subjects += 1
      if !it.cookie.isHTTPOnly {
        look.hit("\(it.cookie.name) is set without HttpOnly", at: it.place)
      }
    }
    return look
  }
}

extension AuditRule.Blindness {
  /// Of a token's text.
  static let noCookie = Self(
    "A token does not say in what cookie it travels.",
    needed: "The Set-Cookie header, a run or a HAR.")
}
