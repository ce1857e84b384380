extension Defence {
  static let shortExpiry = Defence(
    "short-expiry", "Access tokens live 15 minutes", stops: "a stolen token that works for a month",
    reference: "RFC 6750 5.3", behaviours: ["15 minutes instead of 30 days"])
}
