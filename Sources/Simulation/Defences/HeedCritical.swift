extension Defence {
  static let heedCritical = Defence(
    "heed-critical", "What a token calls critical is understood or refused",
    stops: "limits of a token that its reader has never heard of",
    reference: "RFC 7515 4.1.11", checks: ["critical-header"])
}
