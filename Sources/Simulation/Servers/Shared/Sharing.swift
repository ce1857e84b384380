import Ledger
import Trace
import Wire

/// The server's side of Cross-Origin Resource Sharing (Fetch 3.3): which other origins' scripts may
/// read its answers.
enum Sharing {
  private static let methods = "GET, POST, PUT, PATCH, DELETE"
  private static let headers = "authorization, content-type, dpop"

  /// The answer to a preflight; nil when the request is none, or this server shares nothing.
  static func preflight(_ request: Request, _ run: Run) -> Response? {
    guard request.method == "OPTIONS",
      request.headers["Access-Control-Request-Method"] != nil,
      !sharers(request.url.path, run).isEmpty
    else { return nil }
    return Response(204)
  }

  /// What a page's program may ask of a provider; the pages for people are shared with nobody
  /// (RFC 9700 2.6).
  private static let programEndpoints: Set = [
    "/token", "/userinfo", "/jwks", "/par", "/revoke", "/.well-known/openid-configuration",
    "/.well-known/oauth-authorization-server",
  ]

  /// The origins whose scripts may read the answers of that path: at a provider, those of the
  /// clients that are registered as pages, too.
  private static func sharers(_ path: String, _ run: Run) -> [String] {
    let spec = run.currentServer
    guard spec.role == .provider else { return spec.allows }
    guard programEndpoints.contains(path) else { return [] }
    let clients = run.world.servers.filter {
      $0.role == .browserApp && $0.providers.contains(spec.name)
    }
    return spec.allows + clients.map(\.origin.origin)
  }

  /// Adds the leave to read the answer, where the origin has it.
  static func announce(in response: inout Response, to request: Request, _ run: Run) {
    guard let origin = request.headers["Origin"], origin != run.currentServer.origin.origin
    else { return }
    let sharers = sharers(request.url.path, run)
    if sharers.isEmpty { return }
    response.headers.append("Vary", "Origin")
    guard isAllowed(origin, among: sharers, run) else { return }
    response.headers.append("Access-Control-Allow-Origin", origin)
    response.headers.append("Access-Control-Allow-Credentials", "true")
    if request.method == "OPTIONS" {
      response.headers.append("Access-Control-Allow-Methods", methods)
      response.headers.append(
        "Access-Control-Allow-Headers", run.takesProofs ? headers + ", dpop" : headers)
    } else if run.takesProofs {
      // A script that has to sign again must see what to sign (RFC 9449 8).
      response.headers.append("Access-Control-Expose-Headers", "DPoP-Nonce, WWW-Authenticate")
    }
  }

  /// Where the list is off, whoever asks is let in: the header that came is sent back.
  private static func isAllowed(
    _ origin: String, among sharers: [String], _ run: Run
  ) -> Bool {
    if sharers.contains(origin) { return true }
    guard run.isOff("cors-list") else { return false }
    run.emit(
      .omitted(
        Omission(
          defence: "cors-list", behaviour: "look the origin up in the list",
          effect: "would have kept the answer from \(origin)", store: nil, key: nil)))
    return true
  }
}

extension Run {
  /// Whether this server looks at proofs, and lets scripts send them.
  fileprivate var takesProofs: Bool { !isOff("dpop") }
}
