import Ledger
import Wire

/// What the pages of clients and providers tell of their address (Referrer Policy 3).
enum Referrers {
  private static let defence: DefenceID = "referrer-policy"

  /// Where nothing is said, browsers tell other origins no more than scheme and host.
  static func announce(in response: inout Response, of spec: ServerSpec, _ run: Run) {
    guard spec.role == .oauthClient || spec.role == .provider,
      response.headers["Content-Type"]?.hasPrefix("text/html") == true
    else { return }
    let level = run.level(defence)
    if level != "browser" { response.headers.append("Referrer-Policy", level) }
  }
}
