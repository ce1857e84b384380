extension AuditRule {
  static let accountByAddress = AuditRule(
    "oidc-account-key", .error, "An account is found by iss and sub, not by an e-mail address",
    why: "Any provider can write any address into its tokens, and a person who had the address "
      + "before keeps the account.",
    remedy: "Store iss and sub; use addresses for letters only.",
    references: ["OpenID Connect Core 5.7", "OWASP ASVS 10.5.2", "CWE-287"],
    scenario: "oauth/account-takeover#by-address", sees: [.run], subject: "sign-ins by a provider",
    blindness: .insideServer(
      "By what an app finds an account",
      tryOut: "Sign in by a second provider with an address of an account that is there: a new "
        + "account has to be made.")
  ) { view in
    var look = view.unchecked(["address-opens-no-account"])
    look.add(view.omitted("account-key"))
    return look
  }
}
