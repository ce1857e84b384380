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
  /// The APIs whose tokens this provider issues (RFC 8707).
  let resources: [String]
  /// Whether this provider takes pushed requests only, and whether this is one (RFC 9126).
  var insistsOnPush = false
  var wasPushed = false
  /// Whether it is being pushed right now, so that errors are told to the client directly.
  var isBeingPushed = false
  /// Whom the client believes to be there, by an ID token that it got before.
  var hint: String?
  /// Whether this provider still puts tokens into redirects (RFC 9700 2.1.2).
  var servesImplicit = false

  /// A parameter; an empty value counts as left out (RFC 6749 3.1).
  subscript(_ name: String) -> String? {
    parameters[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The words of a parameter that is a list.
  func words(_ name: String) -> [String] {
    (self[name] ?? "").split(separator: " ").map(String.init)
  }

  var scopes: [String] { words("scope") }
  var isSilent: Bool { words("prompt") == ["none"] }

  /// How the answer is brought (OAuth 2.0 Form Post Response Mode 2).
  var mode: ResponseMode {
    self["response_mode"].flatMap(ResponseMode.init) ?? (isImplicit ? .fragment : .query)
  }

  /// Whether it asks for a token in the redirect (RFC 6749 4.2.1).
  var isImplicit: Bool { self["response_type"] == "token" }

  func refusal(_ error: String, _ description: String) -> Refusal {
    if isBeingPushed { return .oauth(status: 400, error: error, description: description) }
    return .redirect(
      to: redirectURI, error: error, description: description, state: self["state"],
      issuer: issuer, mode: mode)
  }
}
