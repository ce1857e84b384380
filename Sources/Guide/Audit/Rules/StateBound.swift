extension AuditRule {
  static let stateBound = AuditRule(
    "oauth-state-bound", .error, "A state is good in the browser that it was made for",
    why: "A state that is looked up in a table alone is good in every browser: an attacker sends "
      + "her own along with her own code.",
    remedy: "Keep the state behind a cookie of the browser, and take it out when it was used.",
    references: ["RFC 9700 4.7.1", "RFC 6749 10.12", "CWE-352"], claims: ["K7", "O7"],
    scenario: "oauth/link-csrf#state-not-bound", sees: [.run], subject: "answers of providers",
    blindness: .insideServer(
      "Whether a state is tied to a browser",
      tryOut: "Stop before the callback and open its address in another browser: the client has to "
        + "refuse.")
  ) { view in view.omitted("state-bound-to-browser") }
}
