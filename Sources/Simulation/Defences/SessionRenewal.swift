extension Defence {
  static let sessionRenewal = Defence(
    "session-renewal", "A new session id at every login", stops: "session fixation",
    reference: "OWASP ASVS 7.2.4", behaviours: ["replace the session id at login"])
}
