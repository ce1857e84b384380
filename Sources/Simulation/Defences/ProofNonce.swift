extension Defence {
  static let proofNonce = Defence(
    "proof-nonce", "The server says what the next proof has to hold",
    stops: "proofs that were made in advance", reference: "RFC 9449 8", standard: "off",
    checks: ["proof-nonce"])
}
