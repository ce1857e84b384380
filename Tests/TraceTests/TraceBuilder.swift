import Ledger
import Testing
import Wire

@testable import Trace

/// Writes traces by hand, a line for each event: two browsers, an app of two instances, a provider.
struct TraceBuilder {
  static let alice = PartyID(0)
  static let mallory = PartyID(1)
  static let app = PartyID(2)
  static let idp = PartyID(3)

  var trace: Trace
  var now = Instant(milliseconds: 1_700_000_000_000)

  init(seed: UInt64 = 7) {
    trace = Trace(
      identity: RunIdentity(
        scenario: "session/test", title: "A test", variant: nil, seed: seed, settings: []),
      start: now)
    trace.parties = [
      Party(name: "laptop", title: "Alice's laptop", kind: .browser, origin: nil, instances: 1),
      Party(name: "mallory", title: "Mallory", kind: .attacker, origin: nil, instances: 1),
      Party(name: "app", title: "app", kind: .webApp, origin: "https://app.test", instances: 2),
      Party(name: "idp", title: "idp", kind: .provider, origin: "https://idp.test", instances: 1),
    ]
    trace.stores = [
      StoreInfo(database: "sessions", table: "sessions", owner: Self.app, instance: 1),
      StoreInfo(database: "sessions", table: "sessions", owner: Self.app, instance: 2),
      StoreInfo(database: "idp", table: "codes", owner: Self.idp, instance: nil),
    ]
    trace.defences = [
      DefenceState(
        id: "revoke-on-logout", title: "Logout deletes the row", level: "on",
        levels: ["on", "off"])
    ]
  }

  mutating func step(_ name: String, _ verb: Verb = .request, round: Int32 = 0) {
    now = now.advanced(by: TimeSpan(seconds: 1))
    let line = Int32(trace.script.count)
    trace.script.append(ScriptLine(name: name, verb: verb, caption: "\(verb) \(name)", look: nil))
    trace.steps.append(
      StepSpan(
        id: StepID(name, round: round), first: Int32(trace.records.count), time: now, line: line))
  }

  mutating func add(_ party: PartyID, _ path: String = "", _ event: Event) {
    trace.records.append(
      Record(
        party: party, instance: party == Self.app ? 1 : 0,
        path: path.isEmpty ? SendPath() : SendPath(path) ?? SendPath(), time: now, event: event))
  }

  mutating func send(
    _ path: String, _ method: String, _ url: String, from: PartyID = alice, to: PartyID = app,
    headers: [Pair] = [], body: String = ""
  ) throws {
    let url = try #require(WireURL(url))
    add(
      from, path,
      .sent(
        SentRequest(
          from: from, to: to, instance: to == Self.app ? 1 : 0,
          request: Request(method, url, headers: Headers(headers), body: body), original: nil)))
  }

  mutating func receive(
    _ path: String, _ status: Int, from: PartyID = app, to: PartyID = alice, instance: UInt8 = 1,
    headers: [Pair] = [], body: String = ""
  ) {
    add(
      from, path,
      .received(
        ReceivedResponse(
          from: from, to: to, instance: from == Self.app ? instance : 0,
          response: Response(status, headers: Headers(headers), body: body), original: nil)))
  }

  mutating func checks(_ path: String, by party: PartyID = app, _ rows: (CheckID, Outcome)...) {
    let rows = rows.map { LedgerRow(CheckInfo($0.0, "\($0.0.text) holds", "RFC 1"), $0.1) }
    add(party, path, .ledger(CheckLedger(endpoint: "GET /", rows: rows)))
  }

  mutating func secret(
    _ kind: SecretKind, _ value: String, at path: String = "1", by party: PartyID = app,
    from source: SecretID? = nil
  ) -> SecretID {
    let number = trace.secrets.count { $0.kind == kind } + 1
    let id = SecretID(trace.secrets.count)
    let step = trace.steps.last?.id ?? StepID("")
    trace.secrets.append(
      Secret(
        name: "\(kind.rawValue)#\(number)", kind: kind, value: value, owner: party,
        mintedAt: Address(step: step, path: SendPath(path) ?? SendPath()), derivedFrom: source))
    if !trace.steps.isEmpty { add(party, path, .minted(id)) }
    return id
  }

  mutating func change(
    _ path: String, _ store: Int, _ key: RowKey, from before: Row? = nil, to after: Row?
  ) {
    add(
      Self.app, path,
      .storeChanged(
        StoreChange(store: StoreID(store), key: key, before: before, after: after)))
  }

  mutating func cookie(
    _ path: String, _ name: String, _ value: String, _ fate: CookieFate,
    client: PartyID = alice, host: String = "app.test", reason: String = ""
  ) {
    add(
      client, path,
      .cookie(
        CookieDecision(name: name, value: value, fate: fate, reason: reason, host: host)))
  }
}
