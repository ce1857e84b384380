import Ledger
import Trace
import Wire

/// The server's side of Cross-Origin Resource Sharing (Fetch 3.3): which other origins' scripts may
/// read its answers.
enum Sharing {
  private static let methods = "GET, POST, PUT, PATCH, DELETE"
  private static let headers = "authorization, content-type"

  /// The answer to a preflight; nil when the request is none, or this server shares nothing.
  static func preflight(_ request: Request, _ run: Run) -> Response? {
    guard request.method == "OPTIONS", shares(run),
      request.headers["Access-Control-Request-Method"] != nil
    else { return nil }
    return Response(204)
  }

  private static func shares(_ run: Run) -> Bool { !run.currentServer.allows.isEmpty }

  /// Adds the leave to read the answer, where the origin has it.
  static func announce(in response: inout Response, to request: Request, _ run: Run) {
    guard shares(run), let origin = request.headers["Origin"],
      origin != run.currentServer.origin.origin
    else { return }
    response.headers.append("Vary", "Origin")
    guard isAllowed(origin, run) else { return }
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
  private static func isAllowed(_ origin: String, _ run: Run) -> Bool {
    if run.currentServer.allows.contains(origin) { return true }
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
