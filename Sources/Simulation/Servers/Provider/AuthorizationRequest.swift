import Trace
import Wire

/// An authorization request of a known client with a registered redirect URI: from here on errors
/// go back by redirect (RFC 6749 4.1.2.1).
struct AuthorizationRequest: Sendable {
  let client: String
  let clientRow: Row
  let redirectURI: String
  let parameters: [Pair]
  let request: Request
  let issuer: String
  /// Whether this provider insists on a code challenge.
  let insistsOnChallenge: Bool

  /// A parameter; an empty value counts as left out (RFC 6749 3.1).
  subscript(_ name: String) -> String? {
    parameters[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  var scopes: [String] { (self["scope"] ?? "").split(separator: " ").map(String.init) }

  func refusal(_ error: String, _ description: String) -> Refusal {
    .redirect(
      to: redirectURI, error: error, description: description, state: self["state"],
      issuer: issuer)
  }
}
