extension Glossary {
  /// Names that stand in messages and tokens.
  package static let fields: [Term] = http + parameters + claims + header

  private static let http: [Term] = [
    Term("Host", "The server that is asked for.", "RFC 9110 7.2"),
    Term("Cookie", "The cookies that the browser sends along.", "RFC 6265bis 5.8.3"),
    Term("Set-Cookie", "A cookie that the server asks the browser to keep.", "RFC 6265bis 4.1"),
    Term("Location", "Where an answer sends the browser.", "RFC 9110 10.2.2"),
    Term(
      "Authorization",
      "What the sender shows to be let in: Bearer and a token, Basic and a password.",
      "RFC 9110 11.6.2"),
    Term(
      "WWW-Authenticate", "What a server wants to be shown, and what was wrong.", "RFC 9110 11.6.1"),
    Term("Content-Type", "In which form the body is written.", "RFC 9110 8.3"),
    Term("Cache-Control", "Whether an answer may be kept, and for how long.", "RFC 9111 5.2"),
    Term("Pragma", "The old word for Cache-Control: no-cache.", "RFC 9111 5.4"),
    Term("Origin", "The origin of the page whose script or form has sent a request.", "RFC 6454 7"),
    Term("Referer", "The address of the page that led to a request.", "RFC 9110 10.1.3"),
    Term(
      "Referrer-Policy", "How much of a page's address its browser may tell others.",
      "W3C Referrer Policy 4.1"),
    Term(
      "Sec-Fetch-Site",
      "Whether a request comes from the same origin, the same site or another one.",
      "W3C Fetch Metadata 2.4"),
    Term(
      "Sec-Fetch-Mode", "Whether a request opens a page, or a script has sent it.",
      "W3C Fetch Metadata 2.2"),
    Term(
      "Sec-Fetch-Dest", "What the answer is for: a page, a picture, a frame.",
      "W3C Fetch Metadata 2.1"),
    Term("Sec-Fetch-User", "That a person's click has led to a request.", "W3C Fetch Metadata 2.3"),
    Term(
      "Access-Control-Allow-Origin", "Which other origin's scripts may read the answer.",
      "WHATWG Fetch 3.3.3"),
    Term(
      "Access-Control-Allow-Credentials", "Whether they may even when cookies came along.",
      "WHATWG Fetch 3.3.3"),
    Term(
      "Strict-Transport-Security", "That browsers are to come by https only from now on.",
      "RFC 6797 6.1"),
    Term(
      "X-Forwarded-Proto", "A proxy's word on how the browser came: http or https."),
    Term("X-Forwarded-For", "A proxy's word on where the browser is."),
    Term("X-Frame-Options", "Whether the page may stand in a frame: the older way.", "RFC 7034"),
    Term(
      "Content-Security-Policy", "What a page may load and who may frame it.", "W3C CSP 3"),
    Term(
      "Vary", "On which fields of the request the answer depends, for those who keep it.",
      "RFC 9110 12.5.5"),
    Term("Retry-After", "When to come again.", "RFC 9110 10.2.3"),
    Term("DPoP-Nonce", "A value of the server that the next proof has to hold.", "RFC 9449 8"),
  ]

  private static let parameters: [Term] = [
    Term("client_id", "The client's name at the provider; it is no secret.", "RFC 6749 2.2"),
    Term("client_secret", "The client's password at the provider.", "RFC 6749 2.3.1"),
    Term("response_type", "What the client wants back: code.", "RFC 6749 3.1.1"),
    Term(
      "response_mode", "How the answer comes back: in the query, the fragment or a form.",
      "OAuth 2.0 Multiple Response Types 2.1"),
    Term("redirect_uri", "Where the answer is to go.", "RFC 6749 3.1.2"),
    Term("grant_type", "What the client shows to get tokens.", "RFC 6749 4.1.3"),
    Term("code", "The authorization code, good once and for a short time.", "RFC 6749 4.1.2"),
    Term("code_challenge", "The hash of a secret that is shown later.", "RFC 7636 4.3"),
    Term("code_challenge_method", "How the challenge was made: S256.", "RFC 7636 4.3"),
    Term("code_verifier", "The secret that the challenge was made of.", "RFC 7636 4.5"),
    Term("token_type", "How the token is to be shown: Bearer or DPoP.", "RFC 6749 7.1"),
    Term("expires_in", "In how many seconds the token ends.", "RFC 6749 5.1"),
    Term("access_token", "The token that opens an API.", "RFC 6749 5.1"),
    Term("refresh_token", "The token that gets new access tokens.", "RFC 6749 6"),
    Term("id_token", "The token that says who has signed in.", "OpenID Connect Core 2"),
    Term("token_type_hint", "Which kind of token is meant.", "RFC 7009 2.1"),
    Term(
      "prompt", "Whether the provider may, must or must not show a page.",
      "OpenID Connect Core 3.1.2.1"),
    Term("max_age", "How long ago the sign-in may be at most.", "OpenID Connect Core 3.1.2.1"),
    Term("acr_values", "Which kinds of sign-in are wished for.", "OpenID Connect Core 3.1.2.1"),
    Term("login_hint", "Who the client believes is there.", "OpenID Connect Core 3.1.2.1"),
    Term(
      "id_token_hint", "An older ID token: the client says whom it means.",
      "OpenID Connect Core 3.1.2.1"),
    Term(
      "post_logout_redirect_uri", "Where the browser goes after signing out.",
      "OpenID Connect RP-Initiated Logout 2"),
    Term(
      "logout_token", "A signed word that a session has ended.",
      "OpenID Connect Back-Channel Logout 2.4"),
    Term("request_uri", "A reference to a request that was handed in before.", "RFC 9126 2.2"),
    Term("resource", "The API that a token is wanted for.", "RFC 8707 2"),
    Term(
      "client_assertion", "A signed word of the client in place of its password.", "RFC 7521 4.2"),
    Term("client_assertion_type", "Which form that word has.", "RFC 7521 4.2"),
    Term("subject_token", "The token that is exchanged.", "RFC 8693 2.1"),
    Term("actor_token", "Who is to act with the new one.", "RFC 8693 2.1"),
    Term("requested_token_type", "Which kind of token is wanted in exchange.", "RFC 8693 2.1"),
    Term("device_code", "What the device asks with.", "RFC 8628 3.2"),
    Term("user_code", "What a person types for the device.", "RFC 8628 3.2"),
    Term("verification_uri", "Where the person types it.", "RFC 8628 3.2"),
    Term("error", "Why a request was refused, in one word.", "RFC 6749 5.2"),
    Term("error_description", "The same for people.", "RFC 6749 5.2"),
    Term("active", "Whether a token is good.", "RFC 7662 2.2"),
    Term("csrf", "A value that the page carries and another site cannot know."),
  ]

  private static let claims: [Term] = [
    Term("sub", "Who the token speaks about.", "RFC 7519 4.1.2", aliases: ["subject"]),
    Term("nbf", "From when on the token is good.", "RFC 7519 4.1.5"),
    Term("iat", "When the token was made.", "RFC 7519 4.1.6"),
    Term("azp", "The client that an ID token was issued to.", "OpenID Connect Core 2"),
    Term("auth_time", "When the user signed in.", "OpenID Connect Core 2"),
    Term("acr", "How the user signed in: the level.", "OpenID Connect Core 2"),
    Term("amr", "How the user signed in: the means, such as a password.", "RFC 8176"),
    Term(
      "at_hash", "Ties the ID token to the access token beside it.", "OpenID Connect Core 3.1.3.6"),
    Term("c_hash", "Ties the ID token to the code beside it.", "OpenID Connect Core 3.3.2.11"),
    Term("s_hash", "Ties the ID token to the state.", "FAPI 1.0 Part 2 5.1"),
    Term("cnf", "The key that the token is bound to.", "RFC 7800 3.1"),
    Term("jkt", "The thumbprint of the key that the token is bound to.", "RFC 9449 6.1"),
    Term("ath", "The hash of the access token that a proof goes with.", "RFC 9449 4.2"),
    Term("htm", "The method of the request that a proof was made for.", "RFC 9449 4.2"),
    Term("htu", "The address of the request that a proof was made for.", "RFC 9449 4.2"),
    Term("act", "Who acts in the subject's name.", "RFC 8693 4.1"),
    Term("may_act", "Who is allowed to act in the subject's name.", "RFC 8693 4.4"),
    Term("events", "What a logout token is about.", "OpenID Connect Back-Channel Logout 2.4"),
    Term("ver", "The version that a user's tokens must have; raising it ends all older ones."),
    Term("role", "What the user may do, as this lesson's servers write it."),
    Term(
      "email_verified", "Whether the provider has checked that the address is the user's.",
      "OpenID Connect Core 5.1"),
  ]

  private static let header: [Term] = [
    Term("typ", "What kind of token it is.", "RFC 7515 4.1.9"),
    Term("cty", "What is inside.", "RFC 7515 4.1.10"),
    Term(
      "jku", "Where the key is said to be; whoever writes it chooses the key.", "RFC 7515 4.1.2"),
    Term("x5u", "The same for a certificate.", "RFC 7515 4.1.5"),
    Term(
      "crit", "Members that the reader has to understand, or refuse the token.", "RFC 7515 4.1.11"),
    Term("enc", "How the content of a JWE is encrypted.", "RFC 7516 4.1.2"),
    Term("zip", "That the content was compressed before it was encrypted.", "RFC 7516 4.1.3"),
    Term("p2c", "How many rounds of hashing a password takes.", "RFC 7518 4.8.1.2"),
    Term("p2s", "The salt for them.", "RFC 7518 4.8.1.1"),
  ]
}
