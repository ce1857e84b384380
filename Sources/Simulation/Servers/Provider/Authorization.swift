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
    /// The row of the pushed request that it was read from.
    var pushed: RowKey?
  }

  private static func page(_ message: String) -> Refusal { .page(status: 400, message: message) }

  static let clientKnown = Gate<Arrival, Named>(
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
    let rule = RedirectURIRule(level: sight.level("redirect-uri-match"))
    switch ReturnAddress.find(named.parameters, named.row, rule) {
    case .found(let uri): return .enter(request(named, uri, sight))
    case .wrong(let expected, let actual):
      return .refuse(
        page("The redirect URI is not registered for \(named.client)."), expected: expected,
        actual: actual)
    }
  }

  static func request(_ named: Named, _ uri: String, _ sight: Sight) -> AuthorizationRequest {
    var request = AuthorizationRequest(
      client: named.client, clientRow: named.row, redirectURI: uri,
      parameters: named.parameters, request: named.request,
      issuer: sight.server.origin.origin,
      insistsOnChallenge: sight.level("pkce") == "required", resources: sight.resources)
    request.insistsOnPush = sight.level("par") == "required"
    request.wasPushed = named.pushed != nil
    request.servesImplicit = request.isImplicit && sight.isOff("no-implicit-grant")
    return request
  }

  private static let table = pipeline().gate(clientKnown).gate(PushedRequests.resolved)
    .act { (named, hand) throws(Refusal) -> Named in
      // A reference is good once.
      if let key = named.pushed { hand.write(.pushed, key, nil) }
      return named
    }
    .gate(redirectRegistered)

  private static func endpoint(_ checks: [Check<AuthorizationRequest>]) -> Endpoint {
    table.checks([AuthorizationChecks.pushed] + checks)
      .ledger([IdentityHint.row], IdentityHint.judge)
      .finish { (request, hand) throws(Refusal) in try Interaction.begin(request, hand) }
  }

  private static let unavailable = table.gate(Outage.ofAuthorization)
    .finish { _, _ in Response(500) }

  static let endpoint = ErrorRedirects.held(
    .either(
      .either(endpoint(AuthorizationChecks.all), or: endpoint(AuthorizationChecks.withKey)) {
        $0.isOff("dpop")
      }, or: unavailable
    ) { $0.condition == .healthy })
}

extension Sight {
  /// The APIs that take this provider's tokens.
  var resources: [String] { hearing.run.resources }
}

extension Run {
  /// The APIs that take the tokens of the server whose turn it is.
  var resources: [String] {
    let name = currentServer.name
    return world.servers.filter { $0.trusts == name && $0.role == .api }.map(\.origin.origin)
  }
}
