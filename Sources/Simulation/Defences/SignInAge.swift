extension Defence {
  static let signInAge = Defence(
    "sign-in-age", "A client that asks for a fresh sign-in checks that it is fresh",
    stops: "somebody at an open browser who takes max_age out of the request",
    reference: "OpenID Connect Core 3.1.3.7", checks: ["sign-in-recent"])
}
