extension Defence {
  static let signedInside = Defence(
    "signed-inside", "A token inside an encrypted one must be signed",
    stops: "claims that anybody has encrypted to the public key",
    reference: "RFC 8725 2.3", behaviours: ["ask for a signature inside"])
}
