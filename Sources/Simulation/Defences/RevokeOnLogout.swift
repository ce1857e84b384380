extension Defence {
  static let revokeOnLogout = Defence(
    "revoke-on-logout", "Logout deletes the session on the server",
    stops: "a cookie copied before logout",
    reference: "OWASP ASVS 7.4.1",
    behaviours: ["delete the session row", "revoke the refresh tokens"])
}
