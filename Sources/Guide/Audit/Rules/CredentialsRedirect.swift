extension AuditRule {
  static let credentialsRedirect = AuditRule(
    "oauth-307", .error, "A form's answer does not send the form on",
    why: "With 307 and 308 a browser sends the same form again, password included, to wherever the "
      + "answer points.",
    remedy: "303 See Other after every form.",
    references: ["RFC 9700 4.12", "RFC 9110 15.4.8", "CWE-601"],
    scenario: "oauth/credentials-307#temporary-redirect", sees: [.run, .archive],
    subject: "answers to forms", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.served where it.request.method == "POST" && it.hasForm {
      look.subjects += 1
      guard it.status == 307 || it.status == 308, let target = it.location else { continue }
      if target.origin != it.request.url.origin {
        look.hit("\(it.line) answers \(it.status) to \(target.origin)", at: it.place)
      }
    }
    return look
  }
}
