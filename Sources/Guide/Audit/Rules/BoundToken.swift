extension AuditRule {
  static let boundToken = AuditRule(
    "oauth-bound-token", .error, "A token that is bound to a key is good with its proof alone",
    why: "A token with cnf that an API takes as Bearer is as good to a thief as any other.",
    remedy: "Refuse a bound token without a proof, and a proof that is of another key, token, "
      + "address or moment.",
    references: ["RFC 9449 7.2", "RFC 9700 2.2.1", "CWE-294"], claims: ["O7"],
    scenario: "oauth/dpop#binding-overlooked", sees: [.run, .archive],
    subject: "bound tokens",
    blindness: .insideServer(
      "Whether a server asks for the proof", tryOut: "Send the token as Bearer: 401 has to come.")
  ) { view in
    var look = view.unchecked(["scheme-fits-token", "proof-for-token", "token-key-matches"])
    for token in view.tokens where token.channel == .authorization && token.isTaken {
      guard token.claims?["cnf"]?["jkt"] != nil else { continue }
      look.subjects += 1
      if token.exchange?.request.headers["DPoP"] == nil {
        look.hit("a token with cnf is taken without a proof", at: token.place)
      }
    }
    return look
  }
}
