extension Claims {
  static let comparison: [Claim] = [
    Claim("C1", "State: on the server, nowhere, or at the authorization server."),
    Claim(
      "C2", "Revocation: at once, hard, or by expiry and refresh.",
      .holdsIf("An opaque token that the API asks about can be taken back at once as well."),
      limitShownBy: ["oauth/introspection"]),
    Claim("C3", "Best use: one app, many services, or somebody else's account."),
    Claim("C4", "Scaling: a shared store, any server, or an authorization server as bottleneck."),
    Claim("C5", "Sensitive data: only on the server, never in the payload, at the provider."),
    Claim(
      "C6", "Building it: part of every framework, a library, a library that was audited."),
    Claim(
      "C7", "Size: small, 150 to 500 bytes, or it depends.",
      .holdsIf("Measure it: an RS256 token of the same claims is twice as long as an HS256 one."),
      limitShownBy: ["jwt/size"]),
  ]

  static let mistakes: [Claim] = [
    Claim("M1", "JWTs as sessions in an app with one server."),
    Claim(
      "M2", "JWTs in localStorage, where a script can read them; an HttpOnly cookie is better.",
      .holdsIf(
        "HttpOnly stops theft and not use: the script can still make the browser send the cookie, "
          + "and with cookies forged requests come back."),
      limitShownBy: ["jwt/localstorage-xss", "session/xss-theft"]),
    Claim(
      "M3", "Trusting the token's alg.",
      .dated("Libraries of today ask for a list; check that yours does."),
      limitShownBy: ["jwt/alg-none"]),
    Claim("M4", "JWTs for 30 days and nothing to renew them with."),
    Claim("M5", "Writing one's own OAuth."),
  ]

  static let decision: [Claim] = [
    Claim(
      "D1", "Somebody else's account, or access on somebody's behalf: OAuth and OpenID Connect."),
    Claim("D2", "Pages from one backend: session cookies."),
    Claim(
      "D3", "An API for native apps, single-page apps and services: JWTs, short, with rotation.",
      .dated(
        "For single-page apps a backend of their own, with a session cookie, is advised today."),
      limitShownBy: ["jwt/localstorage-xss"]),
    Claim(
      "D4", "Services that check by themselves: RS256, and only the public key.",
      .holdsIf("ES256 and Ed25519 serve as well, with shorter signatures."),
      limitShownBy: ["jwt/issue-and-verify"]),
    Claim(
      "D5",
      "Production combines them: OpenID Connect to sign in, JWTs for access, a session cookie around "
        + "the browser."),
  ]

  static let checklist: [Claim] = [
    Claim("K1", "The algorithm is pinned."),
    Claim(
      "K2", "No personal data in the payload.",
      .holdsIf("An ID token carries an e-mail address by design: it depends on kind and channel."),
      limitShownBy: ["jwt/readable-payload"]),
    Claim(
      "K3", "Access tokens live 15 minutes or less.",
      .holdsIf("15 minutes is a house rule; RFC 6750 says an hour or less."),
      limitShownBy: ["jwt/long-lived"]),
    Claim(
      "K4", "Refresh tokens rotate.",
      .holdsIf("RFC 9700 asks it of public clients whose tokens are not bound to a sender."),
      limitShownBy: ["jwt/refresh"]),
    Claim(
      "K5", "Cookies of sign-in carry HttpOnly, Secure and SameSite=Strict.",
      .holdsIf(
        "Strict holds back a cookie that has to arrive after a provider's redirect: Lax for that "
          + "one, Strict for a second one that guards writing."),
      limitShownBy: ["oauth/login-loop"]),
    Claim(
      "K6", "Session ids come from a cryptographic generator, not from UUIDs.",
      .holdsIf(
        "Version 4 has 122 random bits, but its standard promises nobody that it is hard to guess; "
          + "versions 1, 6 and 7 can be guessed."),
      limitShownBy: ["session/weak-ids"]),
    Claim(
      "K7", "state is checked.",
      .holdsIf("PKCE or a nonce, checked, tie the answer to the browser as well."),
      limitShownBy: ["oauth/link-csrf"]),
  ]
}
