import Trace
import Wire

extension DiagnosedCause {
  /// The sign-in ends well, and no session begins.
  static let missingSession = DiagnosedCause(
    id: "session-missing", title: "The sign-in works, and the app sets no session cookie",
    reference: "RFC 6265bis 3",
    remedy: "Look into the app's log for the callback; see whether a proxy or a CDN removes "
      + "Set-Cookie, and whether the answer is cached.",
    scenario: "oauth/code-flow",
    find: { reading in
      guard reading.trace.imported?.missing(.cookies) == nil else { return nil }
      for exchange in reading.browsing where exchange.message.kind == .answer {
        guard (300..<400).contains(exchange.status), exchange.message["error"] == nil,
          !exchange.after.contains(where: { $0.decision.fate.isKept }),
          !exchange.before.contains(where: { $0.decision.fate == .attached && $0.decision.isLong }),
          let next = reading.next(exchange), next.isTurnedAway
        else { continue }
        return Found(
          what: "The app takes the answer and sends the browser on without a cookie, and then does "
            + "not know it.",
          evidence: [
            Evidence(exchange.place, "the answer to the callback sets no cookie"),
            Evidence(next.place, next.outcome),
          ])
      }
      return nil
    })
}

extension CookieFate {
  fileprivate var isKept: Bool {
    switch self {
    case .stored, .replaced: true
    case .deleted, .refused, .attached, .withheld: false
    }
  }
}

extension CookieDecision {
  /// Long enough for a session's id.
  fileprivate var isLong: Bool { value.utf8.count >= 16 }
}
