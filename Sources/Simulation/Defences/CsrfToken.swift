extension Defence {
  static let csrfToken = Defence(
    "csrf-token", "A form carries a token of the session",
    stops: "changes forged by another site (CSRF)",
    reference: "OWASP ASVS 3.5.1", checks: ["csrf-token-matches"],
    behaviours: ["put a token into the form"])
}
