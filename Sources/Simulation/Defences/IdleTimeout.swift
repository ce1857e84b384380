extension Defence {
  static let idleTimeout = Defence(
    "idle-timeout", "A session that nobody uses ends", stops: "a session left open",
    reference: "OWASP ASVS 7.3.1", checks: ["session-not-idle"])
}
