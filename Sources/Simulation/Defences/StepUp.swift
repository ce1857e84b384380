extension Defence {
  static let stepUp = Defence(
    "step-up", "What matters needs a fresh and strong sign-in",
    stops: "somebody at an open browser who pays with it",
    reference: "RFC 9470 3", checks: ["level-sufficient", "sign-in-fresh"])
}
