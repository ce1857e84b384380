import Ledger
import Trace
import Wire

/// What a provider says that cannot do its work (RFC 6749 4.1.2.1, RFC 9110 15.6).
enum Outage {
  private static let pause = "120"

  static func isThere(_ server: ServerSpec, _ run: Run) -> Bool {
    run.condition(of: server) != .healthy
  }

  /// The word that goes to the client through the browser, because no status can.
  static func error(_ condition: ServerCondition) -> (name: String, words: String) {
    condition == .maintenance
      ? ("temporarily_unavailable", "back in two minutes")
      : ("server_error", "something went wrong here")
  }

  private static let info = CheckInfo(
    "provider-available", "the provider can do its work", "RFC 9110 15.6.4")

  static let row = TableRow(info: info, isGate: true)

  /// For an authorization request whose client and address are known: the browser goes back.
  static let ofAuthorization = Gate<AuthorizationRequest, AuthorizationRequest>(
    info.id, info.title, "RFC 6749 4.1.2.1"
  ) { request, sight in
    let condition = sight.condition
    let (name, words) = error(condition)
    return .refuse(
      request.refusal(name, words), expected: "a provider at work", actual: condition.rawValue)
  }

  /// For everything that programs ask: 503 and when to come back, or 500.
  static let endpoint = pipeline().gate(
    Gate<Arrival, Arrival>(info.id, info.title, info.reference) { _, sight in
      let condition = sight.condition
      let (name, words) = error(condition)
      let isPlanned = condition == .maintenance
      let refusal = Refusal.oauth(status: isPlanned ? 503 : 500, error: name, description: words)
      return .refuse(
        isPlanned ? .adding(Pair("Retry-After", pause), to: refusal) : refusal,
        expected: "a provider at work", actual: condition.rawValue)
    }
  ).finish { _, _ in Response(500) }

  /// Takes the place of an endpoint's own table; metadata and keys are files, and are still there.
  static func endpoint(for request: Request, at server: ServerSpec, _ run: Run) -> Endpoint? {
    guard server.role == .provider, isThere(server, run) else { return nil }
    let path = request.url.path
    let isFile = path == "/jwks" || path.hasPrefix("/.well-known/")
    return path == "/authorize" || isFile ? nil : endpoint
  }
}

extension Sight {
  var condition: ServerCondition { hearing.run.condition(of: server) }
}

extension Run {
  func condition(of server: ServerSpec) -> ServerCondition {
    world.conditions[server.name] ?? server.condition
  }
}
