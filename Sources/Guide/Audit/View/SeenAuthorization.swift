import Trace
import Wire

/// A request for an authorization (RFC 6749 4.1.1), pushed (RFC 9126) or by the browser, as the
/// client's program made it.
struct SeenAuthorization {
  enum Client {
    case `public`, confidential, unknown
  }

  let exchange: SeenExchange
  let parameters: [Pair]
  /// By how the client goes to the token endpoint.
  let client: Client

  var types: [Substring] { (parameters["response_type"] ?? "").split(separator: " ") }
  var asksForCode: Bool { types.contains("code") }
  var scopes: [Substring] { (parameters["scope"] ?? "").split(separator: " ") }
  var hasState: Bool { has("state") }
  var hasNonce: Bool { has("nonce") }
  /// A challenge that gives nothing away (RFC 7636 4.2).
  var hasChallenge: Bool {
    has("code_challenge") && parameters["code_challenge_method"] == "S256"
  }
  var clientID: String { parameters["client_id"] ?? "" }

  /// Whether the provider goes on with it: a page, a code, or an address for the pushed request.
  var isTaken: Bool {
    if let target = exchange.location, exchange.isRedirect {
      return target.query["error"] == nil
        && FormCoding.parse(target.fragment ?? "")["error"] == nil
    }
    return exchange.isAccepted
  }

  private func has(_ name: String) -> Bool { !(parameters[name] ?? "").isEmpty }

  /// Those of clients' programs, whoever's browser carried them; what attackers write by hand or
  /// put behind a link is their own affair.
  static func all(in view: AuditView) -> [SeenAuthorization] {
    var written: Set<String> = []
    let kinds = kinds(in: view)
    return view.exchanges.compactMap { exchange in
      defer {
        if !exchange.isToAttacker, let target = exchange.location { written.insert(target.text) }
      }
      let parameters = exchange.intendedParameters
      guard !exchange.isToAttacker, let client = parameters["client_id"],
        parameters["response_type"] != nil,
        written.contains(exchange.intended.url.text) || isOwn(exchange)
      else { return nil }
      return SeenAuthorization(
        exchange: exchange, parameters: parameters, client: kinds[client] ?? kinds[""] ?? .unknown)
    }
  }

  /// Whether a person, a native app or a page of the client made the request, and no stranger's
  /// page.
  private static func isOwn(_ exchange: SeenExchange) -> Bool {
    if exchange.isFromAttacker { return false }
    guard let referrer = exchange.intended.headers["Referer"].flatMap({ WireURL($0) }),
      let target = exchange.intendedParameters["redirect_uri"].flatMap({ WireURL($0) })
    else { return exchange.intended.headers["Sec-Fetch-Site"] != "cross-site" }
    return Site(of: referrer).contains(target)
  }

  /// By the first token request of each client; under the empty name, of one that shows its name
  /// with its secret.
  private static func kinds(in view: AuditView) -> [String: Client] {
    var kinds: [String: Client] = [:]
    for it in view.exchanges where it.isTokenRequest {
      let name = it.request.form["client_id"] ?? ""
      let kind: Client = it.isClientAuthenticated ? .confidential : .public
      if kinds[name] == nil, !name.isEmpty || kind == .confidential { kinds[name] = kind }
    }
    return kinds
  }
}

extension SeenExchange {
  /// A request to a token endpoint (RFC 6749 3.2).
  var isTokenRequest: Bool {
    request.method == "POST" && hasForm && request.form["grant_type"] != nil
  }
}
