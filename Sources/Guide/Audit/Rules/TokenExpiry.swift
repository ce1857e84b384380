extension AuditRule {
  static let tokenExpiry = AuditRule(
    "jwt-exp", .error, "A token ends (exp), and a server looks whether it has",
    why: "A token without an end is a password that nobody can change.",
    remedy: "exp in every token, and refuse one without it.",
    references: ["RFC 7519 4.1.4", "RFC 9068 2.2", "OWASP ASVS 9.2.1", "CWE-613"], claims: ["J5"],
    scenario: "jwt/issue-and-verify", sees: [.run, .archive, .token],
    subject: "tokens that can be read",
    blindness: Blindness(
      "A cookie's header does not say when a token in it ends.",
      needed: "The token itself, a run or a HAR.")
  ) { view in
    var look = view.unchecked(["not-expired"])
    for token in view.tokens where token.isIssued || token.channel == .alone {
      guard let claims = token.claims, token.purpose != .proof else { continue }
      look.subjects += 1
      if claims["exp"] == nil { look.hit("\(token.words) has no exp", at: token.place) }
    }
    return look
  }
}
