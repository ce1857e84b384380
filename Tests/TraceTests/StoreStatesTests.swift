import Testing
import Wire

@testable import Trace

private let sessions = StoreID(0)

@Test func `a store can be seen at every record of a run`() throws {
  let session = try SessionTrace()
  let trace = session.trace
  let states = StoreStates(trace)
  let written = try #require(
    trace.records.firstIndex { if case .storeChanged = $0.event { true } else { false } })
  let removed = try #require(
    trace.records.lastIndex { if case .storeChanged = $0.event { true } else { false } })
  #expect(states.rows(of: sessions, afterRecord: -1).isEmpty)
  #expect(states.rows(of: sessions, afterRecord: written - 1).isEmpty)
  let rows = states.rows(of: sessions, afterRecord: written)
  #expect(rows.map(\.key.secret) == [session.sid])
  #expect(rows.first?.record == written)
  #expect(states.rows(of: sessions, afterRecord: removed - 1).count == 1)
  #expect(states.rows(of: sessions, afterRecord: removed).isEmpty)
  #expect(states.rows(of: sessions, afterRecord: trace.records.count - 1).isEmpty)
}

@Test func `the rows that were there first come first, and a replaced row keeps its place`() {
  var builder = TraceBuilder()
  for name in ["bob", "alice"] {
    builder.trace.initialRows.append(
      StoreChange(store: sessions, key: RowKey(name), before: nil, after: []))
  }
  builder.step("write")
  builder.change("1", 0, RowKey("carol"), to: [])
  builder.change("1", 0, RowKey("bob"), from: [], to: [Pair("role", "admin")])
  let rows = StoreStates(builder.trace).rows(of: sessions, afterRecord: 1)
  #expect(rows.map(\.key.text) == ["bob", "alice", "carol"])
  #expect(rows.map(\.record) == [1, -1, 0])
}

@Test func `replaying from a root gives what replaying from the start gives`() {
  var builder = TraceBuilder()
  var random = SystemlessNumbers(state: 5)
  for step in 0..<300 {
    builder.step("s\(step)")
    for _ in 0..<random.below(5) {
      let key = RowKey("k\(random.below(20))")
      builder.change("1", 0, key, to: random.below(3) == 0 ? nil : [Pair("n", "\(step)")])
    }
  }
  let trace = builder.trace
  let states = StoreStates(trace)
  var now = Holdings(trace)
  for (index, record) in trace.records.enumerated() {
    now.apply(record, at: index)
    let rows = states.rows(of: sessions, afterRecord: index)
    #expect(rows.map(\.key) == now.rows(of: sessions).map(\.key))
    #expect(rows.map(\.row) == now.rows(of: sessions).map(\.row))
    #expect(rows.map(\.record) == now.rows(of: sessions).map(\.record))
  }
}

@Test func `a jar holds what was stored until it is deleted, an attacker what was taken`() throws {
  let session = try SessionTrace()
  let trace = session.trace
  let states = StoreStates(trace)
  let beats = trace.beats
  let afterLogin = beats[1].records.upperBound - 1
  let cookies = states.cookies(of: TraceBuilder.alice, afterRecord: afterLogin)
  #expect(cookies.map(\.name) == ["sid"])
  #expect(cookies.first?.value == "sid-value-of-seed-7")
  #expect(states.loot(of: TraceBuilder.mallory, afterRecord: afterLogin).isEmpty)
  let end = trace.records.count - 1
  #expect(states.cookies(of: TraceBuilder.alice, afterRecord: end).isEmpty)
  let loot = states.loot(of: TraceBuilder.mallory, afterRecord: end)
  #expect(loot.map(\.name) == ["loot"])
  #expect(loot.first?.secret == session.sid)
}

@Test func `what a page's script stores is in the browser's storage`() {
  var builder = TraceBuilder()
  builder.step("store")
  func use(_ value: String?, wrote: Bool) -> Event {
    .browserStorage(
      StorageUse(origin: "https://app.test", key: "token", value: value, wrote: wrote))
  }
  builder.add(TraceBuilder.alice, use("abc", wrote: true))
  builder.add(TraceBuilder.alice, use("abc", wrote: false))
  builder.add(TraceBuilder.alice, use(nil, wrote: true))
  let states = StoreStates(builder.trace)
  #expect(states.states(afterRecord: 1).storage(of: TraceBuilder.alice).map(\.value) == ["abc"])
  #expect(states.states(afterRecord: 2).storage(of: TraceBuilder.alice).isEmpty)
}

@Test(arguments: [true, false])
func `a beat marks the rows that it read, wrote, removed, or would have removed`(
  revokes: Bool
) throws {
  let trace = try SessionTrace(revokes: revokes).trace
  let states = StoreStates(trace)
  let beats = trace.beats
  #expect(states.marks(beats[1]).map(\.kind) == [.written])
  #expect(states.marks(beats[4]).map(\.kind) == [.read, revokes ? .removed : .spared])
  #expect(states.marks(beats[3]).isEmpty)
  #expect(states.marks(beats[4])[0].before?["user"] == "alice")
}

/// SplitMix64: the same numbers in every process.
struct SystemlessNumbers {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
