extension AuditRule {
  static let errorRedirect = AuditRule(
    "oauth-error-redirect", .note, "A provider sends nobody away who has not signed in",
    why: "A link to a provider that people trust, with a mistake in it on purpose, leads them "
      + "straight to the page of whoever registered a client.",
    remedy: "Show the error, or ask for the sign-in first, unless the client is trusted.",
    references: ["RFC 9700 4.11.2", "CWE-601"],
    scenario: "oauth/open-redirector#provider-redirects",
    sees: [.run, .archive], subject: "authorization requests", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.served {
      let asked = it.parameters
      guard asked["client_id"] != nil, asked["response_type"] != nil, it.isRedirect else {
        continue
      }
      look.subjects += 1
      // prompt=none asks for these, and gets them.
      let error = it.location?.query["error"] ?? ""
      if !error.isEmpty, !error.hasSuffix("_required"), it.request.cookies.isEmpty {
        look.hit("\(it.line) redirects with an error somebody who shows no cookie", at: it.place)
      }
    }
    return look
  }
}
