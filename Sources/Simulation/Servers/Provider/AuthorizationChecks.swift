import Ledger
import Trace
import Wire

/// What is asked of an authorization request once errors can go back to the client.
enum AuthorizationChecks {
  static let all = [
    parametersOnce, byValue, responseType, grantAllowed, responseMode, promptUnderstood,
    maxAgeUnderstood, scopeAllowed, resourceKnown, challengePresent, challengeAcceptable,
  ]

  /// The same in a world with proofs.
  static let withKey = all + [BoundClients.thumbprintUnderstood]

  static let pushed = Check<AuthorizationRequest>(
    CheckInfo(
      "request-pushed", "the request came from the client directly", "RFC 9126 5", defence: "par"),
    elseBy: { $0.refusal("invalid_request", "a pushed request is required") }
  ) { request, _ in
    if request.wasPushed { return .holds }
    return request.insistsOnPush
      ? .fails(expected: "a pushed request", actual: "parameters in a URL")
      : .moot("this provider does not insist")
  }

  private static let parametersOnce = Check<AuthorizationRequest>(
    CheckInfo("parameters-once", "no parameter stands twice", "RFC 6749 3.1"),
    elseBy: { $0.refusal("invalid_request", "a parameter stands twice") }
  ) { request, _ in
    TokenForm.repeated(request.parameters).map {
      .fails(expected: "each name once", actual: "\($0) stands twice")
    } ?? .holds
  }

  /// Parameters of OpenID Connect that this provider does not serve, each with an error of its own.
  private static let unserved = ["request", "request_uri", "registration"]

  private static let byValue = Check<AuthorizationRequest>(
    CheckInfo(
      "request-by-parameters", "the request stands in its parameters",
      "OpenID Connect Core 3.1.2.6"),
    elseBy: { request in
      let name = unserved.first { request[$0] != nil } ?? "request"
      return request.refusal("\(name)_not_supported", "\(name) is not supported")
    }
  ) { request, _ in
    unserved.first { request[$0] != nil }.map { .fails(expected: "no \($0)", actual: $0) }
      ?? .holds
  }

  private static let responseType = Check<AuthorizationRequest>(
    CheckInfo("response-type-supported", "the client asks for a code", "RFC 6749 3.1.1"),
    elseBy: {
      $0["response_type"] == nil
        ? $0.refusal("invalid_request", "response_type is missing")
        : $0.refusal("unsupported_response_type", "only code is supported")
    }
  ) { request, _ in
    let type = request["response_type"] ?? "none"
    return type == "code" || request.servesImplicit
      ? .holds : .fails(expected: "code", actual: type)
  }

  private static let grantAllowed = Check<AuthorizationRequest>(
    CheckInfo("grant-allowed", "the client is registered for this grant", "RFC 6749 4.1.2.1"),
    elseBy: { $0.refusal("unauthorized_client", "this client may not ask for that") }
  ) { request, _ in
    let grants = request.clientRow["grants"] ?? ""
    let grant = request.isImplicit ? GrantType.implicit : .authorizationCode
    return grants.split(separator: " ").contains { $0 == grant.parameter }
      ? .holds : .fails(expected: grant.parameter, actual: grants.isEmpty ? "none" : grants)
  }

  private static let responseMode = Check<AuthorizationRequest>(
    CheckInfo(
      "response-mode-supported", "the answer can be brought that way",
      "OAuth 2.0 Multiple Response Types 2.1"),
    elseBy: {
      $0.refusal(
        "invalid_request",
        "response_mode is query, fragment or form_post, and a token is in no query")
    }
  ) { request, _ in
    guard let mode = request["response_mode"] else { return .moot("none was asked for") }
    let isServed = ResponseMode(rawValue: mode) != nil && !(request.isImplicit && mode == "query")
    return isServed
      ? .holds : .fails(expected: "query for a code, fragment or form_post", actual: mode)
  }

  private static let prompts = ["none", "login", "consent", "select_account"]

  private static let promptUnderstood = Check<AuthorizationRequest>(
    CheckInfo(
      "prompt-understood", "prompt says what to show, and none stands alone",
      "OpenID Connect Core 3.1.2.1"),
    elseBy: { $0.refusal("invalid_request", "prompt is not understood") }
  ) { request, _ in
    let words = request.words("prompt")
    if words.isEmpty { return .moot("none was sent") }
    if let strange = words.first(where: { !prompts.contains($0) }) {
      return .fails(expected: prompts.joined(separator: ", "), actual: strange)
    }
    return words.contains("none") && words.count > 1
      ? .fails(expected: "none alone", actual: words.joined(separator: " ")) : .holds
  }

  private static let maxAgeUnderstood = Check<AuthorizationRequest>(
    CheckInfo("max-age-understood", "max_age is a number", "OpenID Connect Core 3.1.2.1"),
    elseBy: { $0.refusal("invalid_request", "max_age is no number of seconds") }
  ) { request, _ in
    guard let age = request["max_age"] else { return .moot("none was sent") }
    return Int64(age).map { $0 >= 0 } ?? false
      ? .holds : .fails(expected: "seconds", actual: age)
  }

  private static let scopeAllowed = Check<AuthorizationRequest>(
    CheckInfo("scope-allowed", "the scope is within the client's", "RFC 6749 3.3"),
    elseBy: { $0.refusal("invalid_scope", "a scope that this client may not ask for") }
  ) { request, _ in
    let allowed = (request.clientRow["scope"] ?? "").split(separator: " ").map(String.init)
    let foreign = request.scopes.first { !allowed.contains($0) }
    return foreign.map {
      .fails(expected: allowed.joined(separator: " "), actual: $0)
    } ?? .holds
  }

  private static let resourceKnown = Check<AuthorizationRequest>(
    CheckInfo("resource-known", "the resource is an API that is known here", "RFC 8707 2"),
    elseBy: { $0.refusal("invalid_target", "an unknown resource") }
  ) { request, _ in
    let asked = request.parameters.all("resource")
    if asked.isEmpty { return .moot("none was named") }
    let foreign = asked.first { !request.resources.contains($0) }
    return foreign.map {
      .fails(expected: request.resources.joined(separator: ", "), actual: $0)
    } ?? .holds
  }

  private static let challengeAcceptable = Check<AuthorizationRequest>(
    CheckInfo("challenge-acceptable", "the code challenge is S256 and well-formed", "RFC 7636 4.4"),
    elseBy: { $0.refusal("invalid_request", "transform algorithm not supported") }
  ) { request, _ in
    guard let challenge = request["code_challenge"] else { return .moot("none was sent") }
    let method = request["code_challenge_method"] ?? "plain"
    guard method == "S256" else { return .fails(expected: "S256", actual: method) }
    return challenge.utf8.count == 43
      ? .holds : .fails(expected: "43 characters", actual: "\(challenge.utf8.count)")
  }

  private static let challengePresent = Check<AuthorizationRequest>(
    CheckInfo(
      "challenge-present", "a code challenge is there where it is required", "RFC 9700 2.1.1",
      defence: "pkce"),
    elseBy: { $0.refusal("invalid_request", "code challenge required") }
  ) { request, _ in
    if request["code_challenge"] != nil { return .holds }
    if request.isImplicit { return .moot("there will be no code") }
    return request.insistsOnChallenge
      ? .fails(expected: "a code_challenge", actual: "none")
      : .moot("this provider does not insist")
  }
}
