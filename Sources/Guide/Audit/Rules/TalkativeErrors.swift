import Wire

extension AuditRule {
  static let talkativeErrors = AuditRule(
    "http-error-details", .warning, "Errors tell strangers nothing about the inside",
    why: "A stack trace names versions, paths and queries; \"no such user\" tells who has an "
      + "account.",
    remedy: "One sentence for everybody, the rest into the log; the same answer for a wrong name "
      + "and a wrong password.",
    references: ["OWASP ASVS 16.5.1", "CWE-209", "CWE-204"], scenario: "session/refusals",
    sees: [.run, .archive], subject: "answers that are errors", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.served where it.status >= 400 {
      guard let body = it.response?.body else { continue }
      look.subjects += 1
      if traces.contains(where: body.contains) {
        look.hit("\(it.line) answers \(it.status) with a stack trace", at: it.place)
      }
      let isSignIn = it.parameters.contains { PasswordField.isOne($0.name) }
      let text = isSignIn ? ASCII.lowercased(body) : ""
      if unknown.contains(where: text.contains) {
        look.hit("\(it.line) says that there is no such user", at: it.place)
      }
    }
    return look
  }

  /// What the stack traces of the usual platforms begin with.
  private static let traces = [
    "Traceback (most recent call last)", "\tat java.", "\n    at ", "Exception in thread",
    "goroutine 1 [", "System.NullReferenceException", "SQLSTATE[", "PG::", "ORA-0",
    "You have an error in your SQL syntax", "Stack trace:\n#0",
  ]

  private static let unknown = [
    "no such user", "user not found", "unknown user", "user does not exist",
    "email not found", "unknown email", "account does not exist",
  ]
}
