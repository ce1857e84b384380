extension Defence {
  static let strictDecoding = Defence(
    "strict-decoding", "Each token has one spelling",
    stops: "the same token under another spelling",
    reference: "RFC 4648 3.5", behaviours: ["refuse spare bits in base64url"])
}
