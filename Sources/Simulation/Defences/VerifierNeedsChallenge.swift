extension Defence {
  static let verifierNeedsChallenge = Defence(
    "verifier-needs-challenge", "A verifier is refused where no challenge came before",
    stops: "a request whose challenge was cut out (PKCE downgrade)",
    reference: "RFC 9700 4.8.2", checks: ["verifier-expected"])
}
