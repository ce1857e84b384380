import Ledger
import Trace
import Wire

/// The authorization endpoint (RFC 6749 3.1).
enum Authorization {
  struct Named: Sendable {
    let client: String
    let row: Row
    let parameters: [Pair]
    let request: Request
  }

  private static func page(_ message: String) -> Refusal { .page(status: 400, message: message) }

  private static let clientKnown = Gate<Arrival, Named>(
    "client-known", "the client is registered here", "RFC 6749 4.1.2.1"
  ) { arrival, sight in
    let request = arrival.request
    let parameters = request.method == "POST" ? request.form : request.url.query
    let named = parameters.all("client_id")
    guard named.count == 1 else {
      return .refuse(
        page("client_id is missing or stands twice."), expected: "one client_id",
        actual: "\(named.count)")
    }
    guard let row = sight.read(.clients, RowKey(named[0])) else {
      return .refuse(
        page("Nobody here knows the client \(named[0])."), expected: "a registered client",
        actual: named[0])
    }
    return .enter(Named(client: named[0], row: row, parameters: parameters, request: request))
  }

  private static let redirectRegistered = Gate<Named, AuthorizationRequest>(
    "redirect-uri-registered", "the redirect URI is one that the client registered",
    "RFC 9700 4.1.3"
  ) { named, sight in
    let asked = named.parameters.all("redirect_uri")
    let registered = named.row["redirect_uri"] ?? ""
    let rule = RedirectURIRule(level: sight.level("redirect-uri-match"))
    guard asked.count == 1, rule.allows(asked[0], registered: registered) else {
      return .refuse(
        page("The redirect URI is not registered for \(named.client)."), expected: registered,
        actual: asked.isEmpty ? "none" : asked.joined(separator: " and "))
    }
    return .enter(
      AuthorizationRequest(
        client: named.client, clientRow: named.row, redirectURI: asked[0],
        parameters: named.parameters, request: named.request,
        issuer: sight.server.origin.origin,
        insistsOnChallenge: sight.level("pkce") == "required"))
  }

  private static let parametersOnce = Check<AuthorizationRequest>(
    CheckInfo("parameters-once", "no parameter stands twice", "RFC 6749 3.1"),
    elseBy: { $0.refusal("invalid_request", "a parameter stands twice") }
  ) { request, _ in
    let names = request.parameters.map(\.name)
    let twice = names.first { name in names.count { $0 == name } > 1 }
    return twice.map { .fails(expected: "each name once", actual: "\($0) stands twice") } ?? .holds
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
    return type == "code" ? .holds : .fails(expected: "code", actual: type)
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
    return request.insistsOnChallenge
      ? .fails(expected: "a code_challenge", actual: "none")
      : .moot("this provider does not insist")
  }

  static let endpoint = pipeline().gate(clientKnown).gate(redirectRegistered)
    .checks([
      parametersOnce, responseType, scopeAllowed, challengePresent, challengeAcceptable,
    ])
    .finish { request, hand in Interaction.begin(request, hand) }
}
