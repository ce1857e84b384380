extension Defence {
  static let redirectURIMatch = Defence(
    "redirect-uri-match", "Answers go to the registered address, to the letter",
    stops: "codes sent to an attacker's server",
    reference: "RFC 9700 2.1", levels: ["pattern", "prefix", "wildcard", "exact"],
    checks: ["redirect-uri-registered"])
}
