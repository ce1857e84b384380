extension Defence {
  static let noImplicitGrant = Defence(
    "no-implicit-grant", "The provider puts no token into a redirect",
    stops: "tokens that lie in addresses and histories", reference: "RFC 9700 2.1.2",
    behaviours: ["give a code"])
}
