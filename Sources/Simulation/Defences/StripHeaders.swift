extension Defence {
  static let stripHeaders = Defence(
    "strip-headers", "The proxy removes its own headers from what comes in",
    stops: "a user name that the client has written itself", reference: "RFC 9700 4.13",
    behaviours: ["remove X-User"])
}
