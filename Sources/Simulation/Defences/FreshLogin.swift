extension Defence {
  static let freshLogin = Defence(
    "fresh-login", "A remembered login is no fresh one",
    stops: "changes to an account by whoever holds its remember-me cookie",
    reference: "OWASP ASVS 7.5.1", checks: ["login-fresh"])
}
