import Trace
import Wire

extension DiagnosedCause {
  /// The token is for somebody else.
  static let wrongAudience = DiagnosedCause(
    id: "wrong-audience", title: "The token is meant for somebody else",
    reference: "RFC 7519 4.1.3; RFC 9068 4; RFC 8707 2",
    remedy: "Ask for a token for this API (the resource or audience parameter, or a scope of its "
      + "own), and show ID tokens to nobody.",
    scenario: "jwt/audience",
    find: { reading in
      for exchange in reading.exchanges where exchange.status == 401 || exchange.status == 403 {
        guard let token = exchange.bearer, let aud = token.claims?["aud"] else { continue }
        let named = aud.string.map { [$0] } ?? (aud.array ?? []).compactMap(\.string)
        guard !named.isEmpty, exchange.refusesAudience(named),
          !reading.getsThroughLater(exchange)
        else { continue }
        return Found(
          what:
            "\(exchange.url.host) refuses a token that is for \(named.joined(separator: ", ")).",
          evidence: [
            Evidence(exchange.sent, "aud is \(named.joined(separator: ", "))"),
            Evidence(exchange.place, exchange.challenge ?? exchange.outcome),
          ])
      }
      return reading.foreignAudience
    })
}

extension LoginReading.Exchange {
  /// What a 401 says of itself (RFC 6750 3).
  fileprivate var challenge: String? { response?.headers["WWW-Authenticate"] }

  /// Whether the API says so, or the token names other addresses and not this one.
  fileprivate func refusesAudience(_ named: [String]) -> Bool {
    if ByteSearch.first("audience", in: ASCII.lowercased(challenge ?? "")) != nil { return true }
    let addresses = named.compactMap { WireURL($0) }.filter { !$0.host.isEmpty }
    guard addresses.count == named.count else { return false }
    return addresses.allSatisfy { $0.host != url.host }
      && ByteSearch.first("invalid_token", in: challenge ?? "") != nil
  }
}

extension LoginReading {
  /// An ID token for another client than the one that asked.
  fileprivate var foreignAudience: DiagnosedCause.Found? {
    for token in tokens where token.isIdentity {
      guard let judged = judgement(of: token)?.exchange, let asked = request(of: judged),
        let client = asked.message["client_id"], let aud = token.claims?["aud"]
      else { continue }
      let named = aud.string.map { [$0] } ?? (aud.array ?? []).compactMap(\.string)
      guard !named.isEmpty, !named.contains(client) else { continue }
      return DiagnosedCause.Found(
        what:
          "The client \(client) asked, and the ID token is for \(named.joined(separator: ", ")).",
        evidence: [
          Evidence(asked.sent, "client_id is \(client)"),
          Evidence(token.record, "aud is \(named.joined(separator: ", "))"),
          Evidence(judged.place, judged.outcome),
        ],
        remedy: "Configure the app with the client id that it asks with; an ID token for another "
          + "client must be refused.")
    }
    return nil
  }
}
