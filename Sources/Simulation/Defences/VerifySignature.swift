extension Defence {
  static let verifySignature = Defence(
    "verify-signature", "The signature is verified", stops: "forged and altered claims",
    reference: "RFC 7519 7.2", levels: ["off", "present", "on"], checks: ["signature"])
}
