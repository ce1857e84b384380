extension Defence {
  static let pkce = Defence(
    "pkce", "The code is worth nothing without the verifier", stops: "stolen and injected codes",
    reference: "RFC 7636", levels: ["off", "sent", "required"],
    checks: ["challenge-present", "verifier-matches"], behaviours: ["send a code challenge"])
}
