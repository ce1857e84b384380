import Ledger
import Trace
import Wire

/// `id_token_hint`: an ID token of the provider's own, by which a client says whom it means.
///
/// It may be as old as it likes (OpenID Connect RP-Initiated Logout 2).
enum IdentityHint {
  static let info = CheckInfo(
    "identity-hint-own", "the ID token in the hint was issued here",
    "OpenID Connect Core 3.1.2.1")
  static let row = TableRow(info: info, isGate: true)

  struct Subject {
    let user: String
    let client: String
    let session: String?
  }

  /// Nil when the token is not this provider's.
  static func subject(of text: String, _ hand: Hand) -> Subject? {
    var expected = TokenPolicies.Expectation(
      issuer: hand.server.origin.origin, audience: hand.server.origin.origin,
      algorithm: hand.server.signatureAlgorithm, keys: hand.keys(of: hand.server))
    expected.isForAnybody = true
    expected.isOfAnyTime = true
    expected.types = ["JWT"]
    let verdict = TokenPolicies.verdict(text, expected, hand)
    guard let claims = verdict.accepted?.claims, let user = claims["sub"]?.string else {
      return nil
    }
    return Subject(
      user: user, client: claims["aud"]?.string ?? "", session: claims["sid"]?.string)
  }

  static func judge(
    _ request: AuthorizationRequest, _ hand: Hand
  ) -> (rows: [LedgerRow], next: Admission<AuthorizationRequest>) {
    guard let text = request["id_token_hint"] else {
      return ([LedgerRow(info, .notApplicable("none was sent"))], .enter(request))
    }
    guard let subject = subject(of: text, hand) else {
      let row = LedgerRow(info, .fail(expected: "an ID token of this provider", actual: "another"))
      let refusal = request.refusal("invalid_request", "the ID token in the hint is not ours")
      return ([row], .refuse(refusal, expected: "", actual: ""))
    }
    var hinted = request
    hinted.hint = subject.user
    return ([LedgerRow(info, .pass)], .enter(hinted))
  }
}
