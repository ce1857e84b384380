extension Glossary {
  static let oauth: [Term] = [
    Term(
      "OAuth", "A way to lend an app access to one's data without giving it one's password.",
      "RFC 6749", aliases: ["oauth 2.0"]),
    Term(
      "OpenID Connect", "A layer on OAuth that also says who the user is, by an ID token.",
      "OpenID Connect Core 1.0", aliases: ["oidc"]),
    Term(
      "provider",
      "The server that knows the user's password and issues codes and tokens; OAuth "
        + "calls it the authorization server.", "RFC 6749 1.1",
      aliases: ["authorization server", "identity provider"]),
    Term(
      "client",
      "The app that wants access. A confidential client can keep a secret; a public one, "
        + "such as a phone app, cannot.", "RFC 6749 2.1",
      aliases: ["public client", "confidential client"]),
    Term(
      "consent", "The user's word to the provider on what an app may do."),
    Term("scope", "What an app asks for, in single words.", "RFC 6749 3.3", aliases: ["scopes"]),
    Term(
      "redirect", "An answer that sends the browser to another address.", "RFC 9110 15.4",
      aliases: ["redirect uri", "redirect_uri"]),
    Term(
      "authorization code",
      "A short-lived value that the provider sends through the browser, and "
        + "that the client exchanges for tokens.", "RFC 6749 1.3.1", aliases: ["code"]),
    Term(
      "back channel", "A request from server to server, which the browser does not see.",
      aliases: ["back-channel"]),
    Term(
      "state",
      "A random value that the client keeps in the browser's session and compares when the "
        + "answer comes: the answer must come to who asked.", "RFC 6749 10.12"),
    Term(
      "PKCE",
      "The client sends a challenge first and the secret behind it, the verifier, with the "
        + "code: a stolen code is worth nothing.", "RFC 7636"),
    Term(
      "code challenge", "The SHA-256 of the code verifier.", "RFC 7636 4.2",
      aliases: ["challenge"]),
    Term(
      "code verifier", "The secret that the client shows when it exchanges the code.",
      "RFC 7636 4.1", aliases: ["verifier"]),
    Term(
      "nonce",
      "A random value that comes back inside the ID token, so that an old or foreign one "
        + "is noticed.", "OpenID Connect Core 1.0, 3.1.2.1"),
    Term(
      "ID token", "A JWT that says who has signed in, for the client and for nobody else.",
      "OpenID Connect Core 1.0, 2", aliases: ["id_token"]),
    Term(
      "userinfo", "The provider's endpoint that tells a client about the user.",
      "OpenID Connect Core 1.0, 5.3"),
    Term(
      "token endpoint", "Where a client exchanges a code or a refresh token for tokens.",
      "RFC 6749 3.2"),
    Term(
      "backend for frontend",
      "A small server of the page's own site that keeps the tokens and gives the browser a cookie "
        + "only.", aliases: ["bff", "backend-for-frontend"]),
    Term(
      "discovery",
      "A document at a fixed address in which a provider says where its endpoints are and what it "
        + "can do.", "RFC 8414 3", aliases: ["metadata"]),
    Term(
      "fragment",
      "The part of a URL behind the #. The browser keeps it for the page and does not send it.",
      "RFC 3986 3.5"),
    Term(
      "DPoP",
      "A way to bind a token to a key that its client keeps, so that a copy of the token is not "
        + "enough to use it.", "RFC 9449", aliases: ["bound token", "bound tokens"]),
    Term(
      "proof",
      "A small signed statement that goes along with one request and shows that its sender has the "
        + "key.", "RFC 9449 4", aliases: ["dpop proof"]),
    Term(
      "client assertion",
      "A signed statement by which a client shows who it is, in place of a secret.",
      "RFC 7523 2.2", aliases: ["private_key_jwt"]),
  ]
}
