extension AuditRule {
  static let assertionAudience = AuditRule(
    "oauth-client-assertion", .error, "A client's assertion is addressed to the issuer alone",
    why:
      "A provider that is asked in good faith says that its token endpoint is another one's, and "
      + "gets an assertion that is good there.",
    remedy: "aud is the issuer, one value, and the provider takes no other.",
    references: ["draft-ietf-oauth-rfc7523bis", "RFC 7523 3", "CWE-346"],
    scenario: "oauth/audience-injection#token-endpoint", sees: [.run],
    subject: "client assertions",
    blindness: .insideServer(
      "Which audiences a provider takes",
      tryOut: "Sign an assertion for the token endpoint: invalid_client has to come.")
  ) { view in
    var look = view.unchecked(["assertion-audience"])
    look.add(view.omitted("issuer-audience"))
    return look
  }
}
