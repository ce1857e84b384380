import Ledger
import Testing
import Wire

@testable import Trace

@Test func `a run is a row of messages, thefts and questions`() throws {
  let trace = try SessionTrace().trace
  let beats = trace.beats
  #expect(
    beats.map(\.kind) == [
      .request, .response, .attack, .request, .response, .question, .request, .response,
    ])
  #expect(beats.map(\.number) == Array(1...8))
  #expect(beats.map(\.step) == [0, 0, 1, 2, 2, 3, 4, 4])
}

@Test func `every record belongs to exactly one beat`() throws {
  let trace = try SessionTrace().trace
  let beats = trace.beats
  var next = 0
  for beat in beats {
    #expect(beat.records.lowerBound == next)
    for record in beat.records { #expect(beats.index(ofRecord: record) == beat.index) }
    next = beat.records.upperBound
  }
  #expect(next == trace.records.count)
}

@Test func `what the server does before it answers belongs to the answer`() throws {
  let beats = try SessionTrace().trace.beats
  #expect(beats[0].records == 0..<1)
  #expect(beats.ledgers(beats[0]).isEmpty)
  #expect(beats.ledgers(beats[1]).count == 1)
}

@Test func `a cookie that is stored belongs to the response, one that is attached to the request`()
  throws
{
  let trace = try SessionTrace().trace
  let beats = trace.beats
  #expect(beats[1].record == 4)
  #expect(beats[1].records == 1..<6)
  #expect(beats[3].records.lowerBound == beats[3].record - 1)
}

@Test func `a question is one beat without a message`() throws {
  let beats = try SessionTrace().trace.beats
  #expect(beats[5].record == -1)
  #expect(beats[5].records.isEmpty)
  #expect(beats.address(of: beats[5]).description == "replay.question")
  #expect(beats.indices(ofStep: 3) == 5..<6)
}

@Test func `a request and its response know each other, nested ones too`() throws {
  var builder = TraceBuilder()
  builder.step("callback")
  try builder.send("1", "GET", "https://app.test/cb")
  builder.checks("1", ("state-matches", .pass))
  try builder.send(
    "1.1", "POST", "https://idp.test/token", from: TraceBuilder.app, to: TraceBuilder.idp)
  builder.checks("1.1", by: TraceBuilder.idp, ("code-known", .pass))
  builder.receive("1.1", 200, from: TraceBuilder.idp, to: TraceBuilder.app)
  builder.checks("1", ("nonce-matches", .pass), ("at-hash", .notReached))
  builder.receive("1", 303)
  let beats = builder.trace.beats
  #expect(beats.responsePairs == [3, 2, 1, 0])
  #expect(
    beats.upcomingChecks(beats[0]).map(\.id) == ["state-matches", "nonce-matches", "at-hash"])
  #expect(beats.upcomingChecks(beats[1]).map(\.id) == ["code-known"])
  #expect(beats.upcomingChecks(beats[3]).isEmpty)
  #expect(beats.ledgers(ofExchange: beats[3]).count == 2)
  #expect(beats.ledgers(beats[1]).map(\.record) == [1])
}

@Test func `a message that is sent twice makes two exchanges`() throws {
  var builder = TraceBuilder()
  builder.step("twice")
  for _ in 0..<2 {
    try builder.send("1", "POST", "https://app.test/pay")
    builder.receive("1", 200)
  }
  #expect(builder.trace.beats.responsePairs == [1, 0, 3, 2])
}

@Test func `settings changed together are one beat`() {
  var builder = TraceBuilder()
  builder.step("set", .set)
  builder.add(TraceBuilder.app, .settingChanged("pkce: off"))
  builder.add(TraceBuilder.app, .settingChanged("nonce: off"))
  #expect(builder.trace.beats.map(\.kind) == [.setting])
  #expect(builder.trace.beats[0].records == 0..<2)
}

@Test func `a server's remark belongs to its answer, another remark stands for itself`() throws {
  var builder = TraceBuilder()
  builder.step("ask")
  try builder.send("1", "GET", "https://app.test/")
  builder.add(TraceBuilder.app, "1", .note("The key set is read again."))
  builder.receive("1", 200)
  builder.add(TraceBuilder.alice, .note("The browser gives up."))
  let beats = builder.trace.beats
  #expect(beats.map(\.kind) == [.request, .response, .note])
  #expect(beats.ledgers(beats[2]).isEmpty)
}

@Test func `a step without events is still a beat`() {
  var builder = TraceBuilder()
  builder.step("nothing")
  builder.step("wait", .wait)
  builder.add(TraceBuilder.alice, .clockMoved(TimeSpan(seconds: 60)))
  let beats = builder.trace.beats
  #expect(beats.map(\.kind) == [.step, .wait])
  #expect(beats[0].record == -1)
  #expect(beats.index(ofRecord: 0) == 1)
}

@Test func `what trails behind a step's last message is not lost`() throws {
  var builder = TraceBuilder()
  builder.step("login")
  try builder.send("1", "GET", "https://app.test/")
  builder.receive("1", 200)
  builder.add(
    TraceBuilder.alice, "2",
    .cookie(
      CookieDecision(name: "a", value: "b", fate: .withheld, reason: "", host: "app.test")))
  let beats = builder.trace.beats
  #expect(beats.count == 2)
  #expect(beats[1].records == 1..<3)
}
