extension Glossary {
  static let tokens: [Term] = [
    Term(
      "JWT",
      "A token that carries its own content: a header, claims and a signature, each in "
        + "base64url, with dots between. Anyone can read it.", "RFC 7519",
      aliases: ["json web token", "jwts"]),
    Term(
      "JWS", "Signed content with a header that says how; a JWT is mostly one.", "RFC 7515"),
    Term(
      "claim", "A statement in a JWT: sub says who, exp says until when, aud says for whom.",
      "RFC 7519 4", aliases: ["claims"]),
    Term(
      "signature", "Bytes that only the holder of a key can make, and that fit one content only.",
      "RFC 7515 5", aliases: ["sign"]),
    Term(
      "verify",
      "To check that the signature fits the content and the key, and that the claims "
        + "hold. Decoding a token is not verifying it.", "RFC 7515 5.2",
      aliases: ["verification", "verified"]),
    Term(
      "decode", "To turn base64url into readable text. It proves nothing.",
      aliases: ["decoded", "base64url"]),
    Term(
      "alg",
      "The header's word for how the token is signed. The server has to choose, not the "
        + "token.", "RFC 8725 3.1", aliases: ["algorithm", "none"]),
    Term(
      "HMAC",
      "A signature with one secret for both sides: who can verify can sign too. HS256 is "
        + "HMAC with SHA-256.", "RFC 7518 3.2", aliases: ["hs256"]),
    Term(
      "RS256",
      "An RSA signature: a private key signs, and the public key verifies and cannot sign.",
      "RFC 7518 3.3", aliases: ["rsa", "es256", "ed25519"]),
    Term("key", "The secret, or the pair of a private and a public part, that signatures need."),
    Term(
      "JWKS", "A list of public keys as JSON, from which servers verify tokens.", "RFC 7517 5",
      aliases: ["jwk", "key set"]),
    Term("kid", "The header's name for the key that the token was signed with.", "RFC 7515 4.1.4"),
    Term("exp", "The claim that says when a token ends.", "RFC 7519 4.1.4", aliases: ["expiry"]),
    Term(
      "aud", "The claim that says for whom a token is.", "RFC 7519 4.1.3",
      aliases: ["audience"]),
    Term("iss", "The claim that says who issued a token.", "RFC 7519 4.1.1", aliases: ["issuer"]),
    Term(
      "jti", "The claim that names one token, so that it can be put on a list.",
      "RFC 7519 4.1.7"),
    Term(
      "bearer token", "A token that is good for whoever sends it.", "RFC 6750 1.2",
      aliases: ["bearer"]),
    Term(
      "access token", "A token that opens an API for a while.", "RFC 6749 1.4",
      aliases: ["access"]),
    Term(
      "refresh token", "A token that gets new access tokens from the server that issued it.",
      "RFC 6749 1.5", aliases: ["refresh"]),
    Term(
      "rotation", "Each use of a refresh token gives a new one and ends the old one.",
      "RFC 9700 4.14.2", aliases: ["refresh rotation"]),
    Term(
      "reuse detection",
      "A refresh token that comes a second time has been copied: all of its "
        + "family is revoked.", "RFC 9700 4.14.2", aliases: ["reuse"]),
    Term(
      "blocklist", "A list of tokens that are refused although their signatures fit.",
      aliases: ["denylist"]),
    Term(
      "version claim",
      "A number in the token that the server compares with the user's: raising it "
        + "ends all of the user's tokens.", aliases: ["version", "token version"]),
  ]
}
