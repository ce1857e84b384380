extension Glossary {
  /// What the lessons on tokens and providers say besides.
  static let more: [Term] = [
    Term(
      "to pin", "To fix beforehand what will be accepted, instead of asking the token.",
      "RFC 8725 3.1",
      aliases: ["pin", "pinned"]),
    Term(
      "JWE",
      "An encrypted token of five parts: only the holder of the key can read what is inside.",
      "RFC 7516", aliases: ["encrypted token"]),
    Term(
      "opaque",
      "Said of a token that tells nothing by itself: it is looked up where it was issued.",
      aliases: ["opaque token"]),
    Term(
      "leeway", "Some seconds by which clocks may differ before a token counts as expired.",
      "RFC 7519 4.1.4", aliases: ["clock skew"]),
    Term(
      "family",
      "All refresh tokens that go back to one sign-in; reuse of an old one ends them all.",
      aliases: ["token family"]),
    Term(
      "introspection", "To ask the issuer whether a token is good, and what it stands for.",
      "RFC 7662"),
    Term("revocation endpoint", "Where a client gives a token back before it ends.", "RFC 7009"),
    Term(
      "pushed request",
      "An authorization request that the client hands to the provider directly, so "
        + "that nobody can change it in the browser.", "RFC 9126", aliases: ["par"]),
    Term(
      "device code",
      "What a device without a keyboard asks with until somebody has agreed elsewhere.",
      "RFC 8628 3.2"),
    Term(
      "user code", "The short code that a device shows and a person types into a page.",
      "RFC 8628 3.3"),
    Term(
      "implicit grant", "The old flow without a code: tokens in the address itself. Do not use it.",
      "RFC 9700 2.1.2", aliases: ["implicit flow"]),
    Term(
      "grant", "What a client shows to get tokens: a code, a refresh token, its own name.",
      "RFC 6749 1.3"),
    Term(
      "token exchange", "To get one token for another, for a narrower use or for somebody else.",
      "RFC 8693"),
    Term(
      "step-up", "To ask for a stronger sign-in because the next thing matters more.", "RFC 9470"),
    Term(
      "confused deputy", "A server with rights that somebody without them gets to act for him."),
    Term(
      "mix-up",
      "An attack on a client with two providers: it takes the answer of one to the other.",
      "RFC 9207"),
  ]
}
