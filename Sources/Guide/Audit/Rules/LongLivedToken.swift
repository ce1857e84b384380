import Trace

extension AuditRule {
  static let longLivedToken = AuditRule(
    "M4-long-lived", .error, "No access token lives for days",
    row: "M4", references: ["RFC 9700 2.2", "OWASP ASVS 9.2.1", "CWE-613"],
    scenario: "jwt/long-lived#thirty-days", sees: [.run, .archive, .token],
    subject: "access tokens that are given out",
    blindness: Blindness(
      "A cookie's header does not say how long a token in it lives.",
      needed: "The token itself, a run or a HAR.")
  ) { view in
    var look = AuditLook()
    for life in TokenLife.all(in: view) {
      look.subjects += 1
      guard life.seconds > 86_400 else { continue }
      let words = "an access token lives \(TimeSpan(seconds: life.seconds).text)"
      look.hit(
        words + (life.isRenewable ? "" : ", and no refresh token comes with it"), at: life.place)
    }
    return look
  }
}
