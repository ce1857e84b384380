extension Defence {
  static let endSessionsOnReset = Defence(
    "end-sessions-on-reset", "A new password ends all sessions of the user",
    stops: "a thief who is signed in already",
    reference: "OWASP ASVS 7.4.3", behaviours: ["delete the user's session rows"])
}
