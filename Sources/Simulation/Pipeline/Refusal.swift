import Wire

/// A protocol's own answer to a message that it does not accept: a normal result in a trace.
indirect enum Refusal: Error, Hashable, Sendable {
  /// A cookie application without a session sends the browser to its login page.
  case loginPage
  /// The login form, with a word on why, for a browser whose remembered login is over.
  case notRemembered(server: String, message: String)
  /// An error page of this server; the browser stays here.
  case page(status: Int, message: String)
  /// The resource is there, and not by this method (RFC 9110 15.5.6).
  case method(allow: String)
  /// An OAuth error as JSON (RFC 6749 5.2), with WWW-Authenticate when it is `invalid_client`.
  case oauth(status: Int, error: String, description: String)
  /// A resource server's answer (RFC 6750 3); no error code when no token came.
  case bearer(
    status: Int, error: String?, description: String, challenge: TokenChallenge,
    attributes: [Pair] = [])
  /// Another one with a header field more.
  case adding(Pair, to: Refusal)
  /// All that is said of a token that is not good, whatever is wrong with it (RFC 7662 2.2).
  case inactive
  /// The authorization endpoint's error by redirect (RFC 6749 4.1.2.1), with `iss` (RFC 9207).
  case redirect(
    to: String, error: String, description: String, state: String?, issuer: String,
    mode: ResponseMode)

  var response: Response {
    switch self {
    case .loginPage:
      return Response(303, headers: Headers([Pair("Location", "/login")]))
    case .notRemembered(let server, let message):
      var response = Passwords.form(server, message).response()
      response.headers.append("Set-Cookie", RememberMe.deletion)
      return response
    case .page(let status, let message):
      return Page(title: "Error \(status)", paragraphs: [message]).response(status: status)
    case .method(let allowed):
      var response = Self.page(status: 405, message: "This needs a \(allowed).").response
      response.headers.append("Allow", allowed)
      return response
    case .oauth(let status, let error, let description):
      return Self.oauthError(status, error, description)
    case .bearer(let status, let error, let description, let challenge, let attributes):
      return Self.bearerError(status, error, description, challenge, attributes)
    case .adding(let field, let other):
      var response = other.response
      response.headers.append(field.name, field.value)
      return response
    case .inactive: return JSONResponse.make(200, ["active": false])
    case .redirect(let uri, let error, let description, let state, let issuer, let mode):
      var parameters = [Pair("error", error), Pair("error_description", description)]
      if let state { parameters.append(Pair("state", state)) }
      parameters.append(Pair("iss", issuer))
      return AuthorizationAnswer.make(parameters, to: uri, by: mode)
    }
  }

  private static func oauthError(_ status: Int, _ error: String, _ description: String) -> Response
  {
    let body: JSONValue = [
      "error": .string(error), "error_description": .string(description),
    ]
    var response = JSONResponse.make(status, body)
    if status == 401 {
      response.headers.append("WWW-Authenticate", "Basic realm=\"token endpoint\"")
    }
    return response
  }

  private static func bearerError(
    _ status: Int, _ error: String?, _ description: String, _ challenge: TokenChallenge,
    _ attributes: [Pair]
  ) -> Response {
    guard let error else {
      return Response(status, headers: Headers(challenge.fields(attributes)))
    }
    let body: JSONValue = ["error": .string(error), "error_description": .string(description)]
    var response = JSONResponse.make(status, body)
    let told = [Pair("error", error), Pair("error_description", description)]
    response.headers.fields += challenge.fields(told + attributes)
    return response
  }
}

/// Appends parameters to a redirect URI, whose own query stays (RFC 6749 3.1.2).
enum RedirectURI {
  static func adding(_ pairs: [Pair], to uri: String) -> String {
    uri + (uri.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + FormCoding.encode(pairs)
  }
}

/// JSON answers, never stored by caches (RFC 6749 5.1).
enum JSONResponse {
  static func make(_ status: Int, _ body: JSONValue) -> Response {
    Response(
      status,
      headers: Headers([
        Pair("Content-Type", "application/json"), Pair("Cache-Control", "no-store"),
      ]), body: body.text())
  }
}
