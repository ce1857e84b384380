extension Claims {
  static let problem: [Claim] = [
    Claim(
      "P1", "HTTP has no memory: every request has to bring something that says who sends it."),
    Claim(
      "P2",
      "Proving who one is, staying signed in, and letting an app act for one are three problems, "
        + "and each mechanism solves another.",
      .holdsIf(
        "A JWT is a format and not a mechanism; an opaque token that the server looks up or asks "
          + "about is a choice as well."),
      limitShownBy: ["oauth/introspection"]),
    Claim(
      "P3", "The mechanisms differ in where a request is checked and in what the token contains."),
  ]

  static let sessions: [Claim] = [
    Claim(
      "S1",
      "Credentials go in, a row is written, its id comes back in a cookie, the browser sends the "
        + "cookie by itself, the server looks the id up."),
    Claim("S2", "The id is opaque: about 128 random bits that mean nothing by themselves."),
    Claim(
      "S3", "The cookie carries HttpOnly, Secure and SameSite=Lax.",
      .holdsIf(
        "Lax lets a link from another site bring the cookie along, so that no GET may change "
          + "anything."),
      limitShownBy: ["session/csrf"]),
    Claim("S4", "The row says whose session it is and when it ends."),
    Claim("S5", "To delete the row is to end the session at once: logout, reset, incident."),
    Claim(
      "S6", "Nothing in the token can be read, altered or leaked.",
      .holdsIf("The id itself can be stolen, and whoever has it is the user."),
      limitShownBy: ["session/xss-theft", "session/secure-flag"]),
    Claim("S7", "Several servers need one store, or requests fail."),
    Claim(
      "S8", "A cookie belongs to a host: another origin or a native app cannot simply use it.",
      .holdsIf("Host, site and origin are three things, and each rule goes by another one."),
      limitShownBy: ["session/cross-domain"]),
    Claim("S9", "A second service has to reach the same store."),
    Claim("S10", "Sessions suit an app that renders its own pages and has one backend."),
  ]
}
