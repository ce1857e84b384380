import Ledger
import Trace
import Wire

/// An authorization response as it has reached a client (RFC 6749 4.1.2).
struct Answer: Sendable {
  let parameters: [Pair]
  /// The transaction that the browser, or the state alone, leads to.
  let transaction: Transaction?
  let session: Session?
  let request: Request
  /// The provider that was asked; where nothing is remembered, the usual one.
  let provider: ServerSpec?
  /// What that provider is called.
  let issuer: String

  subscript(_ name: String) -> String? {
    parameters[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// The checks of an authorization response before its code is used.
enum AnswerChecks {
  static let complete = Gate<Arrival, Answer>(
    "answer-complete", "the answer carries a code or an error", "RFC 6749 4.1.2"
  ) { arrival, sight in
    let parameters = parameters(of: arrival.request)
    let refusal = Refusal.page(status: 400, message: "This is not an answer to a sign-in.")
    guard parameters["code"] != nil || parameters["error"] != nil else {
      return .refuse(refusal, expected: "code or error", actual: "neither")
    }
    return .enter(answer(arrival.request, sight))
  }

  /// Of a form, a query, or a fragment that the page itself has read.
  static func parameters(of request: Request) -> [Pair] {
    if request.method == "POST" { return request.form }
    return request.url.query + FormCoding.parse(request.url.fragment ?? "")
  }

  static func answer(_ request: Request, _ sight: Sight) -> Answer {
    let transaction = transaction(request, sight)
    let provider =
      transaction?.row["provider"].flatMap { sight.server(named: $0) } ?? sight.provider
    return Answer(
      parameters: parameters(of: request), transaction: transaction,
      session: session(request, sight), request: request, provider: provider,
      issuer: provider.map { sight.hearing.run.addresses(of: $0).issuer } ?? "")
  }

  /// By the browser's cookie; or, where a state is not bound to a browser, by the state alone.
  private static func transaction(_ request: Request, _ sight: Sight) -> Transaction? {
    if sight.server.role == .browserApp { return BrowserApp.transaction(sight.hearing.run) }
    let state = request.method == "POST" ? request.form["state"] : request.url.query["state"]
    let unbound = sight.isOff("state-bound-to-browser")
    let id =
      sight.server.role == .nativeApp
      ? NativeApp.transactionID
      : request.cookies[Transactions.cookieName] ?? (unbound ? state : nil)
    guard let id else { return nil }
    let key = sight.server.role == .nativeApp ? RowKey(id) : sight.key(hashing: id)
    return sight.read(.transactions, key).map { Transaction(key: key, row: $0) }
  }

  private static func session(_ request: Request, _ sight: Sight) -> Session? {
    sight.server.role == .oauthClient ? Sessions.find(request, sight) : nil
  }

  static let stateMatches = Check<Answer>(
    CheckInfo(
      "state-matches", "the state is the one that this browser was given", "RFC 6749 10.12",
      defence: "state-checked"),
    else: .page(status: 403, message: "This answer does not belong to a sign-in of this browser.")
  ) { answer, _ in
    guard let transaction = answer.transaction else {
      return .fails(
        expected: "an answer that this browser asked for",
        actual: answer["state"] == nil ? "no state, and nothing was asked" : "a foreign state")
    }
    switch (transaction.state, answer["state"]) {
    case (nil, nil): return .moot("no state was sent and none came")
    case (let sent?, let came?) where sent.hasSameBytes(as: came): return .holds
    case (let sent, let came):
      return .fails(
        expected: sent == nil ? "no state" : "the state that was sent",
        actual: came == nil ? "no state" : "another state")
    }
  }

  static let issuerMatches = Check<Answer>(
    CheckInfo(
      "issuer-matches", "the answer names the provider that was asked", "RFC 9207 2.4",
      defence: "issuer-check"),
    else: .page(status: 403, message: "This answer is not from the provider that was asked.")
  ) { answer, _ in
    let named = answer["iss"]
    if named == nil, answer.provider?.role == .attacker {
      return .moot("this provider does not promise to name itself")
    }
    return named == answer.issuer
      ? .holds : .fails(expected: answer.issuer, actual: named ?? "no iss")
  }

  static let hasCode = Gate<Answer, Answer>(
    "answer-has-code", "the provider said yes", "RFC 6749 4.1.2.1"
  ) { answer, _ in
    guard answer["code"] != nil, answer["error"] == nil else {
      let error = answer["error"] ?? "no code"
      return .refuse(
        .page(status: 403, message: "The provider said: \(error)."), expected: "a code",
        actual: error)
    }
    return .enter(answer)
  }

  /// The table up to the exchange, the same for web and native clients.
  static func table(
    behind start: Pipeline<Arrival, Arrival> = pipeline()
  ) -> Pipeline<Arrival, Answer> {
    start.gate(complete).checks([issuerMatches, stateMatches]).gate(hasCode)
  }

  /// The same for a client that has given each of its providers another address.
  static let tableOfOwnAddress = pipeline().gate(complete)
    .checks([atOwnAddress, issuerMatches, stateMatches]).gate(hasCode)

  private static let atOwnAddress = Check<Answer>(
    CheckInfo(
      "answer-at-own-address", "the answer came to the address of the provider that was asked",
      "RFC 9700 4.4.2.2", defence: "callback-per-provider"),
    else: .page(status: 403, message: "This answer is not from the provider that was asked.")
  ) { answer, _ in
    guard let asked = answer.transaction?.row["provider"] else {
      return .moot("there is one provider only")
    }
    let expected = "/cb/" + asked
    let actual = answer.request.url.path
    return actual == expected ? .holds : .fails(expected: expected, actual: actual)
  }
}
