import Trace
import Wire

extension DiagnosedCause {
  /// The browser goes round, and nothing says why.
  static let redirectLoop = DiagnosedCause(
    id: "redirect-loop", title: "The browser is sent round in a circle",
    reference: "Fetch 4.4",
    remedy: "Find the first answer in the circle that should have been a page, and see what its "
      + "request lacks. Two rules that send to each other are common: http to https and back, www "
      + "and not, with and without a slash at the end.",
    scenario: "oauth/login-loop#strict",
    find: { reading in
      var seen: [String: (count: Int, first: LoginReading.Exchange)] = [:]
      var last: LoginReading.Exchange?
      for exchange in reading.browsing {
        let isFollowing = last.map { $0.leads(to: exchange) } ?? false
        if !isFollowing { seen = [:] }
        last = exchange
        let count = (seen[exchange.url.base]?.count ?? 0) + 1
        seen[exchange.url.base] = (count, seen[exchange.url.base]?.first ?? exchange)
        guard count >= 3, let first = seen[exchange.url.base]?.first else { continue }
        return Found(
          what:
            "The browser comes to \(exchange.url.base) for the third time without having seen a "
            + "page in between.",
          evidence: [
            Evidence(first.sent, "the first time"), Evidence(exchange.sent, "the third time"),
          ])
      }
      return nil
    })
}

extension LoginReading.Exchange {
  /// Whether the answer redirects to that request.
  fileprivate func leads(to next: LoginReading.Exchange) -> Bool {
    guard (300..<400).contains(status), let location = response?.headers["Location"],
      let target = url.resolving(location)
    else { return false }
    return client == next.client && target.origin == next.url.origin
      && target.requestTarget == next.url.requestTarget
  }
}
