extension Claims {
  static let oauth: [Claim] = [
    Claim("O1", "OAuth lets an app act for a user; it does not say who the user is."),
    Claim(
      "O2", "OpenID Connect adds who it is: the ID token and userinfo.",
      .holdsIf(
        "Some providers offer a sign-in that is plain OAuth with an API for the user's profile; it "
          + "has no ID token to check."),
      limitShownBy: ["oauth/oidc-login"]),
    Claim(
      "O3",
      "Five steps: a redirect with client_id, redirect_uri, scope and response_type=code; login and "
        + "consent; a redirect back with a code; the code for tokens in the back channel; the ID "
        + "token says who it is.",
      .holdsIf("The request also needs state, PKCE or a nonce, and the token request is a form."),
      limitShownBy: ["oauth/link-csrf", "oauth/code-interception"]),
    Claim(
      "O4", "People sign in with somebody else's account, and the app handles no password.",
      .holdsIf("The app has to tell accounts apart by issuer and subject, never by e-mail."),
      limitShownBy: ["oauth/account-takeover"]),
    Claim("O5", "An app calls an API for the user without the user's password."),
    Claim("O6", "One provider signs the people of a company in everywhere."),
    Claim(
      "O7", "The subtle parts are state, PKCE and the binding of tokens.",
      .dated("Token binding is gone; tokens are bound to a sender by DPoP or mutual TLS."),
      limitShownBy: ["oauth/dpop"]),
    Claim("O8", "Choose it for sign-in with another account, and for access on somebody's behalf."),
  ]
}
