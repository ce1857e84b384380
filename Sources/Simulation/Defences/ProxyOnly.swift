extension Defence {
  static let proxyOnly = Defence(
    "proxy-only", "The app behind the proxy answers the proxy alone",
    stops: "requests that go around the proxy", reference: "RFC 9700 4.13",
    checks: ["from-the-proxy"])
}
