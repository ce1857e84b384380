import Ledger

/// Why a check is made, and what to do when it refuses: what no specification says in one line.
struct CheckAdvice: Hashable, Sendable {
  let why: String
  let remedy: String

  static func of(_ check: CheckID, isEncrypted: Bool) -> CheckAdvice? {
    if isEncrypted, let special = encrypted[check] { return special }
    return signed[check] ?? encrypted[check]
  }

  private init(_ why: String, _ remedy: String) {
    self.why = why
    self.remedy = remedy
  }

  private static let signed: [CheckID: CheckAdvice] = [
    "token-shape": CheckAdvice(
      "A JWT is three parts with two dots between; the last may be empty, never missing.",
      "Copy the whole token again: a cut one cannot be verified."),
    "token-encoding": CheckAdvice(
      "A loose decoder lets one token have many texts, and a blocklist then misses some.",
      "Take strict base64url: no padding, no + or /, no white space."),
    "token-json": CheckAdvice(
      "Header and claims must be JSON objects; what is not cannot say anything.",
      "Look at the raw bytes (:edit-payload). An opaque token is no JWT: ask its issuer instead."),
    "unique-members": CheckAdvice(
      "Readers differ in which of two equal names counts, so two servers may read two users.",
      "Refuse the token. An honest issuer never writes a name twice."),
    "token-type": CheckAdvice(
      "An ID token and an access token of one issuer have the same signature key. Only typ, aud "
        + "and their claims tell them apart.",
      "Ask for the kind that you mean: at+jwt for access tokens (RFC 9068)."),
    "critical-header": CheckAdvice(
      "crit names what a reader must understand. Passing over it reads the token wrongly.",
      "Refuse what you do not understand; that is what crit is for."),
    "algorithm-allowed": CheckAdvice(
      "Whoever made the token wrote the header. A server that lets the header pick the check lets "
        + "the attacker pick it.",
      "Name the algorithm yourself: jwt.verify(token, key, { algorithms: ['HS256'] })"),
    "key-selected": CheckAdvice(
      "kid is a wish of the token. The key must come from your own set, never from the token.",
      "Fetch the issuer's key set again; if the name is not in it, refuse."),
    "key-fits": CheckAdvice(
      "A public key used as an HMAC secret is known to everybody: the key confusion attack.",
      "Bind each key to one algorithm (alg in the JWK) and give the verifier no other."),
    "key-strength": CheckAdvice(
      "A short secret is guessed offline from a single token, at billions of tries a second.",
      "Take 32 random bytes for HS256, and RSA of 2048 bits or more."),
    "signature": CheckAdvice(
      "The signature is of these exact bytes. It does not fit: other content, or another key.",
      "Do not read the claims. w tries the usual mistakes with keys and encodings."),
    "not-expired": CheckAdvice(
      "A stolen token is good until exp. Nothing else ends it unless a server keeps a list.",
      "Get a new token; if clocks differ, allow seconds of leeway, not minutes."),
    "not-before": CheckAdvice(
      "The token is for later, or the two clocks disagree.",
      "Compare the clocks before you allow leeway."),
    "issued-at": CheckAdvice(
      "A token from the future was made by a clock that runs ahead, or by hand.",
      "A warning, and a refusal where freshness counts (ID tokens, DPoP)."),
    "issuer": CheckAdvice(
      "Keys belong to an issuer. A token of another issuer proves nothing to you.",
      "Compare iss byte for byte, with the slash at its end if there is one."),
    "audience": CheckAdvice(
      "A token for another service must not open yours, though the same issuer signed it.",
      "Say by which names your service goes (4, audience), and refuse the rest."),
    "subject": CheckAdvice(
      "You asked for one subject, and the token speaks of another.",
      "Compare sub with the subject that you expect."),
    "nonce": CheckAdvice(
      "The nonce ties an ID token to the request of this browser.",
      "Refuse it, and begin the sign-in again."),
    "token-hash": CheckAdvice(
      "at_hash ties the access token to the ID token that came with it.",
      "Refuse both: one of them was exchanged on the way."),
  ]

  private static let encrypted: [CheckID: CheckAdvice] = [
    "token-shape": CheckAdvice(
      "An encrypted token is five parts with four dots between.",
      "Copy the whole token again."),
    "encryption-allowed": CheckAdvice(
      "The header may name an encryption that the reader never meant to accept.",
      "Name the encryptions yourself, as you name the algorithms."),
    "key-selected": CheckAdvice(
      "Only the private key or the secret of the reader opens it.",
      "Give that key with K; a public key cannot open anything."),
    "key-fits": CheckAdvice(
      "Every key algorithm wants a key of its own kind and size.",
      "Give the key that the algorithm in the header asks for."),
    "work-factor": CheckAdvice(
      "p2c says how often a password is hashed: a stranger can ask for hours of work.",
      "Keep a bound, and refuse what lies above it."),
    "decrypted": CheckAdvice(
      "The tag does not fit: another key, or a content that was altered.",
      "Refuse it, and say nothing about which of the two it was."),
    "inflated-size": CheckAdvice(
      "A small text can inflate to gigabytes.",
      "Keep a bound on the inflated size, as here."),
  ]
}
