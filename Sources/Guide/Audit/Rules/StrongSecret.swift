import Tokens

extension AuditRule {
  static let strongSecret = AuditRule(
    "jwt-weak-secret", .error, "A shared secret is random and as long as its hash",
    why: "A secret that is a word is found on any computer from one token, and with it everybody "
      + "signs.",
    remedy: "32 bytes or more from the generator (`authscope key generate --alg HS256`).",
    references: ["RFC 8725 3.5", "RFC 7518 3.2", "CWE-521"],
    scenario: "jwt/weak-secret#a-word", sees: [.run, .archive, .token],
    subject: "tokens with a shared secret",
    blindness: .noCookie
  ) { view in
    var look = view.unchecked(["key-strength"], by: "strong-secret")
    var tried: Set<String> = []
    for token in view.tokens where token.decoded?.algorithm?.hasPrefix("HS") == true {
      look.subjects += 1
      // A forgery that was refused says nothing of the server's own secret.
      guard token.isIssued || token.isTaken || token.channel == .alone else { continue }
      guard tried.insert(token.text).inserted, CommonSecrets.sign(token.text) else { continue }
      look.hit("\(token.words) is signed with a secret that every word list has", at: token.place)
    }
    if view.kind != .run, look.subjects > 0 {
      look.gap = Blindness(
        "The secret is none of those that every word list begins with; more does not show.",
        needed: "The secret: its length, and where it comes from.")
    }
    return look
  }
}
