extension Defence {
  static let par = Defence(
    "par", "The request goes to the provider directly, not through the browser",
    stops: "a request that somebody changes in the browser",
    reference: "RFC 9126 2", levels: ["off", "sent", "required"], standard: "off",
    checks: ["request-pushed"], behaviours: ["push the request"])
}
