extension AuditRule {
  static let codeOnce = AuditRule(
    "oauth-code-once", .error, "A code is redeemed once",
    why: "A code that was read in a log or a history is as good as the first time.",
    remedy: "Mark it as used before you answer; when it comes again, revoke what it gave.",
    references: ["RFC 6749 4.1.2", "RFC 9700 4.5", "OWASP ASVS 10.4.2", "CWE-294"], claims: ["O3"],
    scenario: "oauth/code-replay#many-times", sees: [.run], subject: "codes that are redeemed",
    blindness: .insideServer(
      "Whether a code can be redeemed again, as long as nobody tries,",
      tryOut: "Redeem one twice: invalid_grant has to come.")
  ) { view in
    var look = view.unchecked(["code-unused"])
    look.add(view.omitted("one-time-code"))
    var redeemed: Set<String> = []
    for it in view.served where it.isTokenRequest && it.isAccepted {
      guard let code = it.parameters["code"] else { continue }
      look.subjects += 1
      if !redeemed.insert(code).inserted {
        look.hit("\(it.line) gives tokens for a code that was redeemed before", at: it.place)
      }
    }
    return look
  }
}
