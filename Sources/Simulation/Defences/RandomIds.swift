extension Defence {
  static let randomIds = Defence(
    "random-ids", "Session ids are 128 random bits",
    stops: "session ids that can be computed",
    reference: "OWASP ASVS 7.2.3", levels: ["counter", "time", "random"],
    behaviours: ["draw the session id at random"])
}
