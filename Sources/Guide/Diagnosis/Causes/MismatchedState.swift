import Trace
import Wire

extension DiagnosedCause {
  /// The answer does not belong to a request of this browser, as far as state says.
  static let mismatchedState = DiagnosedCause(
    id: "state-mismatch", title: "The state of the answer fits no sign-in of this browser",
    reference: "RFC 6749 10.12; RFC 9700 4.7",
    remedy: "Keep the state where the callback finds it: in a cookie of the host that the callback "
      + "is at, for each attempt its own. Begin and end at the same host (www and not), and do not "
      + "let people bookmark the provider's page.",
    scenario: "oauth/link-csrf",
    find: { reading in
      for exchange in reading.browsing where exchange.message.kind == .answer {
        guard exchange.isRefused, exchange.message["error"] == nil,
          let (what, begun) = reading.stateProblem(exchange)
        else { continue }
        return Found(
          what: what,
          evidence: (begun.map { [Evidence($0.sent, "this browser asks the provider")] } ?? []) + [
            Evidence(
              exchange.sent,
              exchange.message["state"] == nil
                ? "the answer comes, without a state" : "the answer comes, with a state"),
            Evidence(exchange.place, exchange.outcome),
          ])
      }
      return nil
    })
}

extension LoginReading {
  /// What is wrong with the state of an answer, and the request that it should have fitted.
  fileprivate func stateProblem(_ answer: Exchange) -> (String, Exchange?)? {
    let begun = exchanges[..<answer.index].filter {
      $0.client == answer.client && $0.message.kind == .authorization
        && $0.message["redirect_uri"].flatMap { WireURL($0)?.host } == answer.url.host
    }
    guard let last = begun.last else {
      guard trace.imported == nil, answer.message["state"] != nil else { return nil }
      return (
        "The answer arrives in a browser that has asked for none: it belongs to somebody "
          + "else's sign-in.", nil
      )
    }
    let asked = begun.compactMap { $0.message["state"] }
    guard let state = answer.message["state"] else {
      guard !asked.isEmpty else { return nil }
      return (
        "The request had a state, and the answer comes without one: it was lost on the way.", last
      )
    }
    guard let newest = last.message["state"], newest != state else {
      return lostCookie(answer, last)
    }
    if asked.contains(state) {
      return (
        "Two sign-ins were begun in this browser, and the answer to the first came after the "
          + "second had put its state in the place of the first one's.", last
      )
    }
    return ("The state of the answer is none that this browser was given.", last)
  }

  /// The state fits, and the app could not know: the cookie that it is kept in did not come back.
  private func lostCookie(_ answer: Exchange, _ begun: Exchange) -> (String, Exchange?)? {
    let starter = exchanges[..<begun.index].last { exchange in
      exchange.client == answer.client && exchange.after.contains { $0.decision.fate == .stored }
        && (exchange.response?.headers["Location"] ?? "").contains("state=")
    }
    guard let starter, starter.url.host != answer.url.host else { return nil }
    let host = starter.url.host
    let isThere = answer.before.contains {
      $0.decision.fate == .attached && $0.decision.host == host
    }
    guard !isThere, answer.before.allSatisfy({ $0.decision.fate != .attached }) else { return nil }
    return (
      "The sign-in begins at \(host) and ends at \(answer.url.host): the cookie with the state "
        + "belongs to the first, and does not go to the second.", begun
    )
  }
}
