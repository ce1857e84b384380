import Ledger
import Testing
import Wire

@testable import Trace

private func recorded(_ trace: Trace) throws -> SavedRun {
  try SavedRun.read(
    SavedRun.write(trace, source: RunSource(program: "1")).flatMap { $0 + [10] }
  ).run
}

@Test func `the same run again does not diverge`() throws {
  let trace = try SessionTrace().trace
  #expect(Replay.compare(recorded: try recorded(trace), again: trace) == nil)
  let every = try EveryEvent().builder.trace
  #expect(Replay.compare(recorded: try recorded(every), again: every) == nil)
}

@Test func `a run that diverges names the step and the areas`() throws {
  let divergence = Replay.compare(
    recorded: try recorded(SessionTrace().trace), again: try SessionTrace(revokes: false).trace)
  #expect(divergence?.description == "diverged at step logout: store sessions@app#1")
}

@Test func `a run that draws more says how many`() throws {
  var again = try SessionTrace().builder
  let before = again.trace
  _ = again.secret(.csrf, "one-more", at: "1")
  again.receive("1", 500)
  #expect(
    Replay.compare(recorded: try recorded(before), again: again.trace)?.description
      == "diverged at step replay: response; draws 1 -> 2")
}

@Test func `a step more, less or otherwise is told`() throws {
  var short = try SessionTrace()
  var long = short
  long.builder.step("more")
  short.builder.trace.script = long.trace.script
  #expect(
    Replay.compare(recorded: try recorded(short.trace), again: long.trace)?.description
      == "diverged at step more: not in the record")
  #expect(
    Replay.compare(recorded: try recorded(long.trace), again: short.trace)?.description
      == "diverged at step more: nothing in its place")
}

@Test func `what differs before the first step and at the end is told`() throws {
  let trace = try SessionTrace().trace
  var other = trace
  other.verdict = .secure
  #expect(
    Replay.compare(recorded: try recorded(trace), again: other)?.description
      == "diverged at the end: verdict none -> secure")
  other.defences = []
  #expect(
    Replay.compare(recorded: try recorded(trace), again: other)?.description
      == "diverged before the first step: defences")
}

@Test func `a clock that goes otherwise is the clock's divergence alone`() throws {
  var early = TraceBuilder()
  var late = TraceBuilder()
  early.step("wait", .wait)
  late.step("wait", .wait)
  late.now = late.now.advanced(by: TimeSpan(seconds: 5))
  early.add(TraceBuilder.alice, .clockMoved(TimeSpan(seconds: 1)))
  late.add(TraceBuilder.alice, .clockMoved(TimeSpan(seconds: 1)))
  #expect(
    Replay.compare(recorded: try recorded(early.trace), again: late.trace)?.description
      == "diverged at step wait: clock")
}
