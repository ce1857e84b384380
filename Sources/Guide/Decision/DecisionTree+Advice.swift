extension DecisionTree {
  package static let advices: [Advice] = [
    Advice(
      id: "session", title: "A session with a cookie",
      text: "At sign-in write a row and give the browser a random id of 128 bits or more, in a "
        + "cookie that is HttpOnly, Secure and SameSite=Lax, best with the prefix __Host-. Look the "
        + "row up at every request. Delete it, and access has ended.",
      price: "Every app server needs the same store.",
      mind: [
        "A new id at every sign-in and change of rights.",
        "A limit for idle sessions and one for all, both on the server.",
        "A CSRF token, or Fetch Metadata, beside SameSite.",
      ],
      claims: ["D2", "S10", "M1"], scenario: "combined/decision-server-rendered"),
    Advice(
      id: "bff", title: "A backend for the frontend, and a session with a cookie",
      text:
        "Let a small backend of the page's own site keep the tokens in its session row and call "
        + "the API. The page gets a cookie that no script can read.",
      price: "One more server, and CSRF is a subject again: the cookie goes by itself.",
      mind: [
        "HttpOnly stops the theft of the cookie, not its use by a script in the page.",
        "No token in localStorage: any script of the page can read it and carry it off.",
        "The API and the page on one site, or the cookie does not arrive.",
      ],
      claims: ["D3", "M2", "K5"], scenario: "jwt/localstorage-xss"),
    Advice(
      id: "api", title: "JWTs, short-lived, with refresh tokens that rotate",
      text: "At sign-in sign a token for 5 to 15 minutes with iss, aud, sub and exp, and give a "
        + "refresh token that is good once. The API checks signature and claims and asks nobody.",
      price: "What is signed stays good until it expires: minutes of access after a sign-out.",
      mind: [
        "Pin the algorithm; the token's header does not choose.",
        "No personal data in the payload: everybody can read it.",
        "A refresh token that comes a second time ends the whole family.",
      ],
      claims: ["D3", "J12", "J13", "J16"], scenario: "combined/decision-api"),
    Advice(
      id: "opaque", title: "Opaque tokens that the API looks up",
      text: "Give a random token and keep what it stands for in a row, as with a session. Another "
        + "server that gets one asks the issuer (introspection, RFC 7662).",
      price: "One lookup for each request, and the issuer has to be there.",
      mind: [
        "Answers of introspection may be kept for a short time: that long a revoked token lives on.",
        "Unknown, expired and revoked tokens get one and the same answer.",
      ],
      claims: ["P2", "C2", "S5"], scenario: "oauth/introspection"),
    Advice(
      id: "microservices", title: "JWTs signed with a private key, checked with the public one",
      text: "One issuer signs with ES256, Ed25519 or RS256 and publishes its public keys as a JWK "
        + "Set. Every service checks by itself, and each only what is meant for it (aud).",
      price: "Larger tokens than with a shared secret, keys that have to be rotated, and no way to "
        + "take a token back before it expires.",
      mind: [
        "An audience of its own for every service.",
        "Keys are replaced with an overlap: publish first, sign later, withdraw last.",
      ],
      claims: ["D4", "J6", "S9"], scenario: "combined/decision-microservices"),
    Advice(
      id: "delegation", title: "OAuth 2.0: authorization code with PKCE",
      text: "Send the browser to the provider with client_id, redirect_uri, scope, state and a "
        + "challenge. Exchange the code that comes back, with the verifier, for an access token. Ask "
        + "for openid as well, and the ID token says who signed in.",
      price: "The most messages, the most to get wrong: take a library, never write it yourself.",
      mind: [
        "Compare redirect_uri exactly; check state, iss and nonce.",
        "An access token is no proof of who somebody is.",
        "Ask for no more scope than the app needs.",
      ],
      claims: ["D1", "O3", "O5", "M5"], scenario: "combined/decision-delegation"),
    Advice(
      id: "production", title: "OpenID Connect to sign in, then a session with a cookie",
      text:
        "The app is a client of the provider: code flow with PKCE, state and nonce, in the back "
        + "channel. Then it starts a session of its own; access tokens for APIs stay in its row.",
      price: "Two sessions, one here and one at the provider: signing out has to end both.",
      mind: [
        "A Lax cookie for the time of the sign-in: a Strict one does not come back with the user.",
        "The account is iss and sub together, never an e-mail address.",
      ],
      claims: ["D5", "O2", "O4", "O6"], scenario: "combined/decision-production"),
    Advice(
      id: "services", title: "OAuth 2.0: client credentials",
      text: "Each service authenticates at the authorization server as itself, best with a key "
        + "(private_key_jwt), and gets a short token for one audience.",
      price: "An authorization server, and credentials for each service that have to be replaced "
        + "now and then.",
      mind: [
        "No refresh token: the service can ask again at any time.",
        "A client's subject must never look like a user's.",
      ],
      claims: ["D3", "D4", "O1"], scenario: "oauth/client-credentials"),
  ]
}
