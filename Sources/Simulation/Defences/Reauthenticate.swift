extension Defence {
  static let reauthenticate = Defence(
    "reauthenticate", "What cannot be undone needs the password again",
    stops: "a script, or a thief, that acts in the session",
    reference: "OWASP ASVS 7.5.1", standard: "off",
    checks: ["password-again"], behaviours: ["ask for the password again"])
}
