extension Claims {
  static let tokens: [Claim] = [
    Claim("J1", "A JWT is three base64url parts: header, payload, signature."),
    Claim("J2", "Everybody can decode every part."),
    Claim(
      "J3", "Test tokens can be made with a generator.",
      .holdsIf(
        "A sample that is copied about may carry the signature of another payload: it decodes, and "
          + "it verifies under no key."),
      limitShownBy: ["jwt/unverified-claims"], command: "token sign"),
    Claim(
      "J4",
      "Credentials go in, a signed token comes out, the client keeps it, sends it as a bearer token, "
        + "and it is checked without a lookup."),
    Claim("J5", "iat says when it was issued and exp when it ends; 15 minutes later is usual."),
    Claim(
      "J6", "Every service that has the key, or the public key, checks by itself.",
      .holdsIf("With a shared secret, whoever can check can also mint."),
      limitShownBy: ["jwt/asymmetric"]),
    Claim("J7", "Native apps, single-page apps and services need no cookies for it."),
    Claim("J8", "Taking one back is hard: it is good until exp."),
    Claim(
      "J9", "It is large, and goes along with every request.",
      .holdsIf("How large depends on algorithm and claims, and the header's name counts as well."),
      limitShownBy: ["jwt/size"]),
    Claim(
      "J10", "A verifier that does not pin the algorithm takes a forged token with alg none.",
      .dated(
        "Libraries of today refuse none by themselves; old and hand-written verifiers do not."),
      limitShownBy: ["jwt/alg-none"]),
    Claim(
      "J11", "The payload is signed and not secret: no personal data in it, or encrypt it."),
    Claim("J12", "Let access tokens end after 5 to 15 minutes, then log in again or refresh."),
    Claim(
      "J13",
      "A short access token, a long refresh token, and a new refresh token at every use of it."),
    Claim("J14", "A list of token ids that were taken back brings the state back, too."),
    Claim(
      "J15", "A version in the token, raised at logout, costs one lookup of the user.",
      .holdsIf("Raising it logs out every device of the user at once."),
      limitShownBy: ["jwt/revocation-strategies"]),
    Claim(
      "J16", "JWTs suit APIs, single-page apps, third parties and services.",
      .dated(
        "For single-page apps a backend of their own, with a session cookie, is advised today."),
      limitShownBy: ["jwt/localstorage-xss"]),
  ]

  static let testing: [Claim] = [
    Claim(
      "T1", "Decode the tokens of one's own flow and look at claims, algorithm and end.",
      command: "token decode"),
    Claim("T2", "Make test tokens without a server that issues them.", command: "token sign"),
  ]
}
