extension Defence {
  static let keyOverlap = Defence(
    "key-overlap", "The old key stays published until its tokens have ended",
    stops: "good tokens refused after a rotation",
    reference: "RFC 7517 4.5", behaviours: ["keep the old key published"])
}
