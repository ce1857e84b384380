extension Defence {
  static let pinAlgorithm = Defence(
    "pin-algorithm", "The server names the algorithm, never the token",
    stops: "alg none and key confusion",
    reference: "RFC 8725 3.1", levels: ["header", "blocklist", "pinned"],
    checks: ["algorithm-allowed"])
}
