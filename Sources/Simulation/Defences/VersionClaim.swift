extension Defence {
  static let versionClaim = Defence(
    "version-claim", "Logout raises the user's token version",
    stops: "a token stolen before logout",
    reference: "RFC 7519 4.3", checks: ["version-current"],
    behaviours: ["raise the user's token version"])
}
