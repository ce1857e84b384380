extension Defence {
  static let absoluteTimeout = Defence(
    "absolute-timeout", "A session ends after a fixed time, used or not",
    stops: "a stolen session kept alive for ever",
    reference: "OWASP ASVS 7.3.2", checks: ["session-not-too-old"])
}
