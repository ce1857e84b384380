extension AuditRule {
  static let consentForm = AuditRule(
    "oauth-form-bound", .error, "A provider's form is good in the browser that it was shown to",
    why: "The address of a half-finished sign-in, sent to somebody else, is finished by them with "
      + "their own account.",
    remedy: "Tie login and consent pages to a cookie of the browser.",
    references: ["RFC 9700 4.7", "CWE-352"], scenario: "oauth/forced-link#by-link",
    sees: [.run], subject: "forms of providers",
    blindness: .insideServer(
      "Whether a form is tied to a browser",
      tryOut: "Send the form of one browser with the cookies of another: it has to be refused.")
  ) { view in view.unchecked(["form-from-this-browser"]) }
}
