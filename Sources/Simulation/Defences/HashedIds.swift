extension Defence {
  static let hashedIds = Defence(
    "hashed-ids", "The store keeps hashes of the session ids",
    stops: "a stolen copy of the store",
    reference: "OWASP ASVS 11.4", behaviours: ["store the hash of the session id"])
}
