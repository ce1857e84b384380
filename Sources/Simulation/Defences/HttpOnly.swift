extension Defence {
  static let httpOnly = Defence(
    "http-only", "Scripts cannot read the session cookie",
    stops: "theft of the cookie by a script (XSS)",
    reference: "RFC 6265bis 4.1.2.6", behaviours: ["HttpOnly on the session cookie"])
}
