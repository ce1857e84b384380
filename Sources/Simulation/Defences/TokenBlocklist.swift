extension Defence {
  static let tokenBlocklist = Defence(
    "token-blocklist", "Logout puts the token's id on a list",
    stops: "a token stolen before logout",
    reference: "RFC 7519 4.1.7", levels: ["off", "text", "on"], checks: ["not-revoked"],
    behaviours: ["put the jti on the blocklist"])
}
