extension Defence {
  static let noPasswordGrant = Defence(
    "no-password-grant", "The provider takes no passwords from apps",
    stops: "an app that learns the user's password, and all that it opens",
    reference: "RFC 9700 2.4", checks: ["password-grant-retired"])
}
