extension AuditRule {
  static let signatureVerified = AuditRule(
    "jwt-signature", .error, "A token is believed when its signature fits",
    why: "Whoever can write JSON writes a token; a signature that nobody checks is decoration.",
    remedy: "Verify before you read a claim, and refuse a token without a signature.",
    references: ["RFC 7519 7.2", "RFC 8725 3.3", "OWASP ASVS 9.1.1", "CWE-347"],
    claims: ["J4", "J10"], scenario: "jwt/unverified-claims#decode-only", sees: [.run],
    subject: "verified tokens",
    blindness: .insideServer(
      "Whether a server checks signatures",
      tryOut: "Change a letter of a token's payload and send it: 401 has to come.")
  ) { view in
    var look = view.unchecked(["signature"], by: "verify-signature")
    for token in view.tokens where token.isUnsigned {
      look.subjects += 1
      if token.isIssued || token.channel == .alone {
        look.hit("\(token.words) has alg none: nobody signed it", at: token.place)
      }
    }
    return look
  }
}
