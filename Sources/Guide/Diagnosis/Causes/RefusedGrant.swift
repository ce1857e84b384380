import Trace
import Wire

extension DiagnosedCause {
  /// The code or the refresh token is not accepted.
  static let refusedGrant = DiagnosedCause(
    id: "grant-refused", title: "The provider refuses the code or the refresh token",
    reference: "RFC 6749 5.2; RFC 7636 4.6",
    remedy: "Exchange each code once, at once, with the redirect URI and the code verifier of the "
      + "same sign-in; begin a new sign-in when a refresh token is refused.",
    scenario: "oauth/refresh",
    find: { reading in
      reading.lastingError(["invalid_grant"]).map { error in
        Found(
          what: "The token endpoint says \(error.words).",
          evidence: [Evidence(error.exchange.place, error.exchange.outcome)])
      }
    })
}
