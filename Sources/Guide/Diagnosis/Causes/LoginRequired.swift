import Trace
import Wire

extension DiagnosedCause {
  /// The app asked for an answer without a page, and a page is needed.
  static let loginRequired = DiagnosedCause(
    id: "login-required", title: "The provider needs to show a page, and must not",
    reference: "OpenID Connect Core 3.1.2.6",
    remedy:
      "Begin again without prompt=none, in the whole window. In a hidden frame the provider's "
      + "cookie is a third party's, and browsers block those: use refresh tokens instead.",
    scenario: "oauth/silent-login",
    find: { reading in
      let codes: Set<String> = [
        "login_required", "interaction_required", "consent_required",
        "account_selection_required",
      ]
      return reading.lastingError(codes).map { error in
        Found(
          what: "The app asked with prompt=none, and the provider answers \(error.words).",
          evidence: [Evidence(error.exchange.sent, "error is \(error.code)")])
      }
    })
}
