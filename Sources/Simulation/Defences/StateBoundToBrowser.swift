extension Defence {
  static let stateBoundToBrowser = Defence(
    "state-bound-to-browser", "A state counts only in the browser that it was made for",
    stops: "an attacker's own state",
    reference: "RFC 9700 4.7.1", behaviours: ["look for the state in this browser's transaction"])
}
