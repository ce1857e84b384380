import Ledger
import Testing
import Wire

@testable import Trace

@Suite struct `Two runs in lock-step` {
  private func lockStep(_ here: Trace, _ there: Trace) -> LockStep {
    LockStep(here.beats, there.beats)
  }

  @Test func `a run beside itself has every message in both and no difference`() throws {
    let trace = try SessionTrace().trace
    let found = lockStep(trace, trace)
    #expect(found.isOneWorkload)
    #expect(found.difference.isEmpty && found.difference.first == nil)
    #expect(found.rows.allSatisfy { $0.here == $0.there && $0.differences.isEmpty })
    // The question is no message.
    #expect(found.rows.count == trace.beats.count { $0.kind != .question })
  }

  @Test func `every difference stands at its message, with all fields and not only the first`()
    throws
  {
    let here = try SessionTrace(revokes: false).trace
    let there = try SessionTrace().trace
    let found = lockStep(here, there)
    #expect(found.rows.filter { !$0.differences.isEmpty }.map(\.here) == [4, 7])
    let first = try #require(found.difference.first)
    #expect(found.row(of: first).map { found.rows[$0].here } == 4)
    #expect(first.fields.map(\.name) == ["row"])
    #expect(first.fields[0].here == "user alice, role user" && first.fields[0].there == nil)
    let last = try #require(found.rows.last?.differences)
    #expect(last.map(\.area) == [.message, .checks])
    #expect(
      last[0].fields.map(\.name) == ["status", "header Content-Type", "header Location", "body"])
    #expect(last[0].fields[0].here == "200" && last[0].fields[0].there == "303")
    #expect(last[0].fields[1].there == nil && last[0].fields[2].here == nil)
    #expect(last[1].fields.map(\.name) == ["session-known"])
    #expect(last[1].fields[0].there == "failed: expected a row; it is none")
  }

  @Test func `a message that one run alone has is a row of its own, behind the one before it`()
    throws
  {
    func trace(_ paths: [String]) throws -> Trace {
      var builder = TraceBuilder()
      builder.step("walk")
      for (index, path) in paths.enumerated() {
        try builder.send("\(index + 1)", "GET", "https://app.test/\(path)")
        builder.receive("\(index + 1)", 200)
      }
      builder.step("end")
      try builder.send("1", "GET", "https://app.test/end")
      builder.receive("1", 200)
      return builder.trace
    }
    let found = lockStep(try trace(["a"]), try trace(["a", "b"]))
    #expect(found.rows.map(\.here) == [0, 1, nil, nil, 2, 3])
    #expect(found.rows.map(\.there) == [0, 1, 2, 3, 4, 5])
    #expect(found.rows.map(\.differences.count) == [0, 0, 1, 1, 0, 0])
    let back = lockStep(try trace(["a", "b"]), try trace(["a"]))
    #expect(back.rows.map(\.there) == [0, 1, nil, nil, 2, 3])
  }

  @Test func `a step that one run alone has keeps its place`() {
    var here = TraceBuilder()
    var there = TraceBuilder()
    for name in ["a", "b", "d"] { here.step(name) }
    for name in ["a", "c", "d"] { there.step(name) }
    let found = lockStep(here.trace, there.trace)
    #expect(found.rows.map(\.step.name) == ["a", "b", "c", "d"])
    #expect(found.rows.map { $0.here != nil } == [true, true, false, true])
    #expect(found.rows.map { $0.there != nil } == [true, false, true, true])
  }

  @Test func `runs without a step in common tell different stories`() {
    var here = TraceBuilder()
    var there = TraceBuilder()
    here.step("a")
    there.step("z")
    #expect(!lockStep(here.trace, there.trace).isOneWorkload)
  }

  @Test func `all claims of a token that differ are told, secrets by their names`() throws {
    func trace(_ claims: JSONObject) throws -> Trace {
      var builder = TraceBuilder()
      builder.step("read")
      let parts = [JSONObject.init(dictionaryLiteral: ("alg", "HS256")).text(), claims.text()]
      let token =
        parts.map { Base64.url(Array($0.utf8)) }.joined(separator: ".") + ".c2lnbmF0dXJl"
      _ = builder.secret(.access, token)
      try builder.send(
        "1", "GET", "https://app.test/me", headers: [Pair("Authorization", "Bearer \(token)")])
      return builder.trace
    }
    let found = lockStep(
      try trace(["sub": "alice", "exp": .integer(1_700_000_900)]),
      try trace(["sub": "bob", "role": "admin"]))
    let fields = try #require(found.difference.first?.fields)
    #expect(
      fields.map(\.name) == [
        "header Authorization: claim sub", "header Authorization: claim exp",
        "header Authorization: claim role",
      ])
    #expect(fields[0].here == "alice" && fields[0].there == "bob")
    #expect(fields[1].there == nil && fields[2].here == nil)
  }

  @Test func `a row that both have is told field by field`() throws {
    func trace(_ row: Row) -> Trace {
      var builder = TraceBuilder()
      builder.step("write")
      builder.change("1", 0, RowKey("k"), to: row)
      return builder.trace
    }
    let found = lockStep(
      trace([Pair("user", "alice"), Pair("role", "user"), Pair("until", "9")]),
      trace([Pair("user", "mallory"), Pair("role", "admin"), Pair("since", "1")]))
    let fields = try #require(found.difference.first(.store)?.fields)
    #expect(fields.map(\.name) == ["user", "role", "until", "since"])
    #expect(fields.map(\.here) == ["alice", "user", "9", nil])
    #expect(fields.map(\.there) == ["mallory", "admin", nil, "1"])
  }

  @Test func `a check that was switched is the first difference only where nothing else is one`()
    throws
  {
    func trace(_ outcome: Outcome, _ status: Int) throws -> Trace {
      var builder = TraceBuilder()
      builder.step("ask")
      try builder.send("1", "GET", "https://app.test/me")
      builder.checks("1", ("state-known", outcome))
      builder.receive("1", 200)
      builder.step("again")
      try builder.send("1", "GET", "https://app.test/me")
      builder.receive("1", status)
      return builder.trace
    }
    let off = Outcome.off(.defence("state-checked"), .holds)
    #expect(
      lockStep(try trace(.pass, 200), try trace(off, 303)).difference.first?.area == .message)
    #expect(
      lockStep(try trace(.pass, 200), try trace(off, 200)).difference.first?.area == .checks)
  }
}
