extension Defence {
  static let accountKey = Defence(
    "account-key", "An account is opened by iss and sub, never by an address",
    stops: "strangers with the same e-mail address",
    reference: "OpenID Connect Core 5.7", levels: ["email", "verified-email", "subject"],
    checks: ["address-opens-no-account"], behaviours: ["look for iss and sub, and for nothing else"]
  )
}
