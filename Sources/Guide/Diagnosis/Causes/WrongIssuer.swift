import Trace
import Wire

extension DiagnosedCause {
  /// Somebody else answers than was asked, or says that it is somebody else.
  static let wrongIssuer = DiagnosedCause(
    id: "wrong-issuer", title: "The issuer is not the one that the app expects",
    reference: "RFC 9207 2.4; OpenID Connect Core 3.1.3.7; RFC 8414 3.3",
    remedy: "Configure the issuer as the provider writes it in its metadata, letter by letter (a "
      + "slash at the end counts), and not another tenant's or realm's.",
    scenario: "oauth/issuer-mismatch",
    alsoShownBy: ["oauth/mix-up"],
    find: { reading in
      for answer in reading.browsing where answer.message.kind == .answer && answer.isRefused {
        if let issuer = answer.message["iss"], let asked = reading.request(of: answer),
          let address = WireURL(issuer), address.origin != asked.url.origin
        {
          return Found(
            what: "The app asked \(asked.url.origin), and the answer says that it is of \(issuer).",
            evidence: [
              Evidence(asked.sent, "the request goes to \(asked.url.base)"),
              Evidence(answer.sent, "iss is \(issuer)"), Evidence(answer.place, answer.outcome),
            ], scenario: "oauth/mix-up")
        }
        if let found = reading.foreignIssuer(answer) { return found }
      }
      return reading.foreignMetadata
    })
}

extension LoginReading {
  /// The request that an answer answers, by its state.
  func request(of answer: Exchange) -> Exchange? {
    let state = answer.message["state"]
    return exchanges[..<answer.index].last {
      $0.client == answer.client && $0.message.kind == .authorization
        && $0.message["state"] == state
    }
  }

  /// An ID token that another issuer has made than the app asked.
  fileprivate func foreignIssuer(_ answer: Exchange) -> DiagnosedCause.Found? {
    guard let asked = request(of: answer) else { return nil }
    for token in tokens where token.isIdentity {
      guard judgement(of: token)?.exchange.index == answer.index,
        let issuer = token.claims?["iss"]?.string, let address = WireURL(issuer),
        address.origin != asked.url.origin, address.origin != token.exchange.url.origin
      else { continue }
      return DiagnosedCause.Found(
        what: "The ID token is of \(issuer), and the app asked \(asked.url.origin).",
        evidence: [
          Evidence(token.record, "iss is \(issuer)"), Evidence(answer.place, answer.outcome),
        ])
    }
    return nil
  }

  /// Metadata whose issuer is not where it was fetched from (RFC 8414 3.3).
  fileprivate var foreignMetadata: DiagnosedCause.Found? {
    for exchange in exchanges where exchange.message.kind == .discovery && exchange.status == 200 {
      guard let body = exchange.response?.body, let received = exchange.received,
        let json = try? JSONValue.parse(body, limits: .lenient),
        let issuer = json["issuer"]?.string, let address = WireURL(issuer),
        address.origin != exchange.url.origin,
        let failed = exchanges.first(where: { $0.received ?? 0 > received && $0.status >= 400 })
      else { continue }
      return DiagnosedCause.Found(
        what: "The metadata at \(exchange.url.base) is of the issuer \(issuer).",
        evidence: [
          Evidence(received, "issuer is \(issuer)"), Evidence(failed.place, failed.outcome),
        ])
    }
    return nil
  }
}
