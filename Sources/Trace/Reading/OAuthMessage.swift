import Wire

/// What a request means in OAuth 2.0 and OpenID Connect, by its parameters alone.
package struct OAuthMessage: Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The browser is sent to the authorization endpoint (RFC 6749 4.1.1).
    case authorization
    /// A grant is exchanged at the token endpoint (RFC 6749 3.2).
    case token
    /// The provider's answer arrives at the redirect URI (RFC 6749 4.1.2).
    case answer
    /// Metadata and keys (RFC 8414 3).
    case discovery
    case other
  }

  package let kind: Kind
  /// Of the query, then of the form.
  package let parameters: [Pair]

  package init(_ request: Request) {
    var parameters = request.url.query
    let type = request.headers["Content-Type"] ?? ""
    if request.method == "POST", ASCII.hasPrefixFolded(type, "application/x-www-form-urlencoded") {
      parameters += request.form
    }
    self.parameters = parameters
    kind = Self.kind(request, parameters)
  }

  package subscript(_ name: String) -> String? {
    guard let value = parameters[name], !value.isEmpty else { return nil }
    return value
  }

  private static func kind(_ request: Request, _ parameters: [Pair]) -> Kind {
    func has(_ name: String) -> Bool { parameters[name].map { !$0.isEmpty } ?? false }
    if has("grant_type") { return .token }
    // A pushed request is known to the provider by its name alone (RFC 9126 4).
    if has("client_id"), has("response_type") || has("request_uri") || has("request") {
      return .authorization
    }
    let path = request.url.path
    if path.contains("/.well-known/openid-configuration")
      || path.contains("/.well-known/oauth-authorization-server")
    {
      return .discovery
    }
    let isAnswer = has("code") || has("error") || has("id_token") || has("access_token")
    if isAnswer, has("state") || has("iss") || has("session_state") || has("scope") {
      return .answer
    }
    return .other
  }
}
