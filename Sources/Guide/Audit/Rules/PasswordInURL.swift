extension AuditRule {
  static let passwordInURL = AuditRule(
    "http-password-in-url", .error, "No password stands in an address",
    why: "Addresses lie in histories and logs, and go on in the Referer.",
    remedy: "POST with the password in the body.",
    references: ["OWASP ASVS 14.2.1", "CWE-598"], scenario: "session/login",
    sees: [.run, .archive], subject: "addresses", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.served {
      look.subjects += 1
      if it.request.url.query.contains(where: { PasswordField.isOne($0.name) && !$0.value.isEmpty })
        && !it.isFromAttacker
      {
        look.hit("a password stands in the address of \(it.line)", at: it.place)
      }
    }
    return look
  }
}
