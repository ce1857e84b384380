extension Defence {
  static let boundedWork = Defence(
    "bounded-work", "A token's header does not say how much work it may cause",
    stops: "tokens that cost the server millions of times what they cost their sender",
    reference: "RFC 7518 8.1", checks: ["work-factor", "inflated-size"])
}
