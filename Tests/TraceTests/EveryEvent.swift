import Ledger
import Testing
import Wire

@testable import Trace

/// A run in which every kind of event happens, with every optional part there and not there.
struct EveryEvent {
  var builder = TraceBuilder()

  init() throws {
    _ = builder.secret(.password, "won\"der\\land\u{1}\n", at: "")
    builder.trace.initialRows = [
      StoreChange(store: StoreID(2), key: RowKey("a"), before: nil, after: [Pair("x", "é")])
    ]
    builder.step("first", round: 2)
    let sid = builder.secret(.sid, "sid-1", at: "1.2.3")
    let made = builder.secret(.forged, "jwt-1", by: TraceBuilder.mallory, from: sid)
    try addMessages()
    addChecks()
    addStores(sid)
    addClientSide()
    addActs(sid, made)
    builder.step("empty", .wait)
    builder.trace.verdict = .attackWorked
    let result = ExpectationResult(text: "a == b", holds: false, actual: "c", place: "f.yaml:1:2")
    let question = Question(
      ask: "What?", choices: [Question.Choice(code: "200", words: "a page")], hints: ["think"],
      answer: "303", step: "first")
    let report = StepReport(
      expectations: [result], explanation: ["Because."], question: question)
    builder.trace.reports = [report, StepReport()]
  }

  private mutating func addMessages() throws {
    var url = try #require(WireURL("https://app.test:8443/a?b=c#d"))
    let plain = Request("GET", url)
    url.path = "no slash, and a space"
    let tampered = Request("POST", url, headers: Headers([Pair("A", "1"), Pair("A", "2")]))
    builder.add(
      TraceBuilder.alice, "1",
      .sent(
        SentRequest(
          from: TraceBuilder.alice, to: TraceBuilder.app, instance: 2, request: tampered,
          original: plain)))
    builder.add(
      TraceBuilder.app, "1.255",
      .received(
        ReceivedResponse(
          from: TraceBuilder.app, to: TraceBuilder.alice, instance: 2,
          response: Response(200, body: "\u{0}\t\u{7F}\u{2028}𝄞"), original: Response(500))))
  }

  private mutating func addChecks() {
    let failed = Finding.fails(expected: "x", actual: "y")
    let outcomes: [Outcome] = [
      .pass, .fail(expected: "x", actual: ""), .off(.defence("pkce"), .holds),
      .off(.caller("you ask for none"), failed), .off(.defence("nonce"), .moot("no nonce")),
      .notApplicable("no challenge"), .notReached,
    ]
    let rows = outcomes.enumerated().map { index, outcome in
      LedgerRow(
        CheckInfo(CheckID("check-\(index % 3)"), "title", index > 3 ? "RFC" : "", defence: "d"),
        outcome)
    }
    builder.add(TraceBuilder.app, "1", .ledger(CheckLedger(endpoint: "GET /", rows: rows)))
    builder.add(TraceBuilder.app, "1", .ledger(CheckLedger(endpoint: "", rows: [])))
    for operation in CryptoOperation.allCases {
      let use = CryptoUse(operation: operation, algorithm: "RS256")
      builder.add(TraceBuilder.app, "1", .crypto(use))
    }
  }

  private mutating func addStores(_ sid: SecretID) {
    let key = RowKey("hash", secret: sid)
    builder.read("1", 0, key, nil)
    builder.read("1", 0, key, [])
    builder.change("1", 0, key, from: nil, to: [Pair("", "")])
    builder.change("1", 1, RowKey(""), from: [Pair("a", "b")], to: nil)
    builder.omit("1", 0, key)
    let bare = Omission(defence: "d", behaviour: "b", effect: "e", store: nil, key: nil)
    builder.add(TraceBuilder.app, .omitted(bare))
  }

  private mutating func addClientSide() {
    for fate in CookieFate.allCases { builder.cookie("1", "sid", "v", fate, reason: "why") }
    for value in [nil, "value"] {
      let use = StorageUse(
        origin: "https://app.test", key: "k", value: value, wrote: value == nil)
      builder.add(TraceBuilder.alice, .browserStorage(use))
      let navigation = Navigation(url: "https://app.test/", initiator: value)
      builder.add(TraceBuilder.alice, .navigated(navigation))
    }
  }

  private mutating func addActs(_ sid: SecretID, _ made: SecretID) {
    for kind in AttackKind.allCases {
      let full = AttackAct(
        kind: kind, text: "t", target: TraceBuilder.alice, taken: sid, made: made, loot: "l",
        lootValue: "v")
      builder.add(TraceBuilder.mallory, .act(full))
    }
    let bare = AttackAct(
      kind: .deliver, text: "", target: nil, taken: nil, made: nil, loot: nil, lootValue: nil)
    builder.add(TraceBuilder.mallory, .act(bare))
    builder.now = builder.now.advanced(by: TimeSpan(seconds: 3600))
    builder.add(TraceBuilder.alice, .clockMoved(TimeSpan(milliseconds: -5)))
    builder.add(TraceBuilder.alice, .settingChanged("pkce: off"))
    builder.add(TraceBuilder.alice, .note("a note"))
    builder.add(TraceBuilder.alice, .unapplied("no place"))
  }
}
