import Ledger
import Trace
import Wire

/// A server in front of an API. It checks the token of each request by itself, lets nobody in who
/// claims to be an administrator, and passes on the rest as it came.
enum Gateway {
  static let routes = Routes(json: true, [], everywhere: endpoint)

  /// Administrators work inside the house; from outside nobody is one.
  private static let fromInside = Check<Authorised>(
    CheckInfo("not-administrator", "no administrator comes from outside", "OWASP ASVS 8.4.2"),
    elseBy: { $0.refusal(403, "insufficient_scope", "administrators do not come from outside") }
  ) { it, _ in
    let role = it.claims["role"]?.string ?? "none"
    return role == "admin"
      ? .fails(expected: "a role other than admin", actual: "role admin") : .holds
  }

  private static let endpoint = BearerTokens.verified.checks([fromInside]).finish { it, hand in
    guard let api = hand.server.api.flatMap({ hand.server(named: $0) }) else {
      preconditionFailure("a gateway without an API is no scenario")
    }
    var request = it.request
    request.url.scheme = api.origin.scheme
    request.url.host = api.origin.host
    request.url.port = api.origin.port
    return hand.send(request) ?? JSONResponse.make(502, ["error": "bad_gateway"])
  }
}
