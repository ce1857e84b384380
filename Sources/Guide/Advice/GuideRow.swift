/// A mistake or a point of the checklist, with what to do and where to see it.
package struct GuideRow: Hashable, Sendable {
  package let claim: Claim
  /// What happens to those who do not.
  package let why: String
  package let remedy: String
  /// The scenario that shows it.
  package let scenario: String

  /// The rules of the audit that judge it; none for what no machine can see.
  package var rules: [AuditRule] { AuditRules.all.filter { $0.claims.contains(claim.id) } }

  init(_ id: String, why: String, remedy: String, scenario: String) {
    guard let claim = Claims.claim(id) else { preconditionFailure("there is no claim \(id)") }
    self.claim = claim
    self.why = why
    self.remedy = remedy
    self.scenario = scenario
  }
}

/// The common mistakes (M1 to M5) and the checklist before shipping (K1 to K7).
package enum GuideRows {
  /// The row of that claim: `K1`.
  package static func row(_ claim: String) -> GuideRow? {
    (mistakes + checklist).first { $0.claim.id == claim }
  }

  package static let mistakes: [GuideRow] = [
    GuideRow(
      "M1",
      why: "One server has the row anyway. The token adds size and a signature, and takes away the "
        + "sign-out.",
      remedy: "A session with a cookie.", scenario: "combined/three-ways"),
    GuideRow(
      "M2",
      why:
        "One script that does not belong in the page reads the token and uses it from elsewhere, "
        + "until it expires.",
      remedy: "Keep tokens on a backend of the page's own; give the browser an HttpOnly cookie.",
      scenario: "jwt/localstorage-xss"),
    GuideRow(
      "M3",
      why: "The header is written by whoever wrote the token. It can ask for no signature at all, "
        + "or for one that the public key makes.",
      remedy: "Name the algorithms that you accept, for each key, and nothing else.",
      scenario: "jwt/alg-none"),
    GuideRow(
      "M4",
      why: "A copied token opens the account for 30 days, and nothing that the user does ends it.",
      remedy: "15 minutes or less, and a refresh token that rotates.", scenario: "jwt/long-lived"),
    GuideRow(
      "M5",
      why: "Each of the checks in the code flow is there because somebody got in without it.",
      remedy: "A library that is certified for OpenID Connect, and its defaults.",
      scenario: "oauth/redirect-uri"),
  ]

  package static let checklist: [GuideRow] = [
    GuideRow(
      "K1", why: "A verifier that lets the token choose accepts a forged one.",
      remedy: "A list of one algorithm, beside the key.", scenario: "jwt/alg-none"),
    GuideRow(
      "K2", why: "A JWT is signed and not encrypted: proxies, logs and its owner can read it.",
      remedy: "An id in the token, and the data in the database. Where it must travel: JWE.",
      scenario: "jwt/readable-payload"),
    GuideRow(
      "K3", why: "Until it expires a stolen access token works, and nobody can stop it.",
      remedy: "exp at most 15 minutes after iat.", scenario: "jwt/long-lived"),
    GuideRow(
      "K4", why: "A stolen refresh token brings new access for as long as it lives.",
      remedy: "A new one at each use; the old one coming back ends them all.",
      scenario: "jwt/refresh"),
    GuideRow(
      "K5",
      why: "Without HttpOnly a script reads the cookie, without Secure the network does, and "
        + "with SameSite=None every site can have it sent.",
      remedy:
        "Lax for the session, Strict for a second cookie that writes, Lax for the cookie of a "
        + "sign-in that is under way.",
      scenario: "session/csrf"),
    GuideRow(
      "K6",
      why: "Who can guess an id is signed in. Counters, clocks and v1, v6 or v7 UUIDs can be "
        + "guessed.",
      remedy: "128 bits or more from the system's generator.", scenario: "session/weak-ids"),
    GuideRow(
      "K7", why: "Without it an answer that somebody else started is taken for one's own.",
      remedy: "A random state, bound to the browser and used once; PKCE or a nonce satisfy too.",
      scenario: "oauth/link-csrf"),
  ]
}
