extension Defence {
  static let strictTransport = Defence(
    "strict-transport", "The browser comes by https only",
    stops: "a first request in the clear",
    reference: "RFC 6797", standard: "off",
    behaviours: ["Strict-Transport-Security on every answer"])
}
