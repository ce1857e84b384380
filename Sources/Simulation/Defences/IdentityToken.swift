extension Defence {
  static let identityToken = Defence(
    "identity-token", "Who signs in is read from an ID token, never from an access token",
    stops: "a token that another app was given, used to sign in",
    reference: "RFC 9700 4.14", behaviours: ["ask for an ID token"])
}
