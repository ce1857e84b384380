extension Defence {
  static let sameSite = Defence(
    "same-site", "The session cookie stays at home when another site asks",
    stops: "requests forged by another site (CSRF)",
    reference: "RFC 6265bis 4.1.2.7", levels: ["none", "lax", "strict"], standard: "lax",
    behaviours: ["SameSite on the session cookie"])
}
