import Trace
import Wire

extension DiagnosedCause {
  /// Somebody said no.
  static let accessDenied = DiagnosedCause(
    id: "access-denied", title: "The user or a rule of the provider said no",
    reference: "RFC 6749 4.1.2.1",
    remedy: "Ask for fewer scopes; see in the provider's log whether a policy refuses this user "
      + "(not assigned to the app, no second factor).",
    scenario: "oauth/code-flow",
    find: { reading in
      reading.lastingError(["access_denied"]).map { error in
        Found(
          what: "The provider answers \(error.words).",
          evidence: [Evidence(error.exchange.sent, "error is access_denied")])
      }
    })
}
