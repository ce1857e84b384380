extension Defence {
  static let secureCookie = Defence(
    "secure-cookie", "The session cookie never travels over plain http",
    stops: "theft of the cookie on the network",
    reference: "RFC 6265bis 4.1.2.5", behaviours: ["Secure on the session cookie"])
}
