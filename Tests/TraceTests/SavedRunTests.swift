import Ledger
import Testing
import Wire

@testable import Trace

private let source = RunSource(
  program: "1.2.3",
  files: [RunSource.File(name: "a.yaml", text: "authscope: 1\n"), .init(name: "b", text: "")],
  interventions: ["at": "login/1"])

private func file(_ trace: Trace, source: RunSource = source) -> [UInt8] {
  SavedRun.write(trace, source: source).flatMap { $0 + [10] }
}

private func dumped(_ trace: Trace) -> String {
  var out = ""
  dump(trace, to: &out)
  return out
}

/// The file with one line made anew, its digest fitting again.
private func forged(_ trace: Trace, line: Int, _ change: (String) -> String) -> [UInt8] {
  var lines = SavedRun.write(trace, source: source)
  let rest = String(decoding: lines[line].dropFirst(LineDigest.length), as: UTF8.self)
  lines[line] = LineDigest.line(Array(change(rest).utf8)).bytes
  return lines.flatMap { $0 + [10] }
}

extension String {
  fileprivate func replacing(_ part: String, by other: String) -> String {
    guard let at = ByteSearch.first(part, in: self) else { return self }
    let bytes = Array(utf8)
    return String(
      decoding: bytes[..<at] + other.utf8 + bytes[(at + part.utf8.count)...], as: UTF8.self)
  }
}

@Test func `every kind of event survives being written and read`() throws {
  let trace = try EveryEvent().builder.trace
  let (run, damage) = try SavedRun.read(file(trace))
  #expect(damage == nil)
  #expect(run.isComplete)
  #expect(run.source == source)
  #expect(dumped(run.trace) == dumped(trace))
  #expect(file(run.trace) == file(trace))
}

@Test func `a run without steps is a run too`() throws {
  let trace = TraceBuilder().trace
  let (run, damage) = try SavedRun.read(file(trace))
  #expect(damage == nil)
  #expect(dumped(run.trace) == dumped(trace))
}

@Test func `every line is JSON and begins with its digest`() throws {
  for line in SavedRun.write(try EveryEvent().builder.trace, source: source) {
    let members = try JSONValue.parse(line).object?.names
    #expect(members?.prefix(2) == ["digest", "line"])
  }
}

@Test func `a run written line by line while it is played is the same file`() throws {
  let trace = try SessionTrace().trace
  var played = trace
  played.records = []
  played.steps = []
  played.secrets = []
  var writer = SavedRunWriter(played)
  var lines = [writer.header(of: played, source: source)]
  for step in trace.steps.indices {
    played.steps.append(trace.steps[step])
    played.records += trace.records(ofStep: step)
    played.secrets = trace.secrets
    lines.append(writer.step(step, of: played))
  }
  lines.append(writer.footer(of: played))
  #expect(lines == SavedRun.write(trace, source: source))
}

/// Small, for tests that go through every byte.
private func smallTrace() throws -> Trace {
  var builder = TraceBuilder()
  for name in ["login", "logout"] {
    builder.step(name)
    try builder.send("1", "POST", "https://app.test/\(name)")
    builder.checks("1", ("session-known", .pass))
    builder.receive("1", 303)
    builder.trace.reports.append(StepReport())
  }
  return builder.trace
}

@Test func `one altered byte anywhere is reported in its line`() throws {
  let trace = try smallTrace()
  let whole = file(trace)
  var line = 1
  for index in whole.indices {
    var altered = whole
    altered[index] ^= 1
    do throws(SavedRunError) {
      let (_, damage) = try SavedRun.read(altered)
      // The last line break may be missing; something else in its place is seen.
      #expect(damage?.line == line, "byte \(index)")
    } catch {
      #expect(line == 1, "byte \(index)")
    }
    if whole[index] == 10 { line += 1 }
  }
}

@Test func `an altered step says its line, its name and the area`() throws {
  let trace = try SessionTrace().trace
  var altered = file(trace)
  let at = try #require(
    ByteSearch.first("\"changed\":{\"store\":0,", in: String(decoding: altered, as: UTF8.self)))
  altered[at + 19] = UInt8(ascii: "1")
  let (run, found) = try SavedRun.read(altered)
  let damage = try #require(found)
  #expect(
    damage.description
      == "line 2 (step login): altered, in store sessions@app#1, store sessions@app#2 "
      + "(byte \(damage.offset))")
  #expect(run.trace.steps.isEmpty)
  #expect(!run.isComplete)
}

@Test func `a file that is cut off anywhere opens up to there`() throws {
  let trace = try smallTrace()
  let whole = file(trace)
  let ends = whole.indices.filter { whole[$0] == 10 }
  for count in whole.indices {
    let complete = ends.count { $0 <= count }
    do throws(SavedRunError) {
      let (run, damage) = try SavedRun.read(Array(whole[..<count]))
      #expect(run.trace.steps.count == min(complete - 1, trace.steps.count))
      let isWhole = count == whole.count - 1
      #expect(run.trace.reports.count == run.trace.steps.count)
      #expect((damage == nil) == isWhole)
      #expect(run.isComplete == isWhole)
    } catch {
      #expect(complete == 0)
    }
  }
}

@Test func `what is wrong is said plainly`() throws {
  let trace = try SessionTrace().trace
  let lines = SavedRun.write(trace, source: source)
  func told(_ lines: [[UInt8]]) throws -> String? {
    try SavedRun.read(lines.flatMap { $0 + [10] }).damage?.description
  }
  #expect(try told(lines) == nil)
  #expect(
    try told(Array(lines[..<3]))
      == "the file ends before line 4: the rest of the run is missing")
  #expect(
    try told(Array(lines[..<2]) + Array(lines[3...]))
      == "line 3 (step logout): line 3 should stand here; lines are missing or exchanged")
  let other = SavedRun.write(try SessionTrace(revokes: false).trace, source: source)
  #expect(
    try told(Array(lines.dropLast()) + Array(other.suffix(1)))
      == "line 7: this is the end of another run")
  let length = lines.reduce(0) { $0 + $1.count + 1 }
  #expect(
    try told(lines + [[UInt8(ascii: "x")]])
      == "line 8: something follows the end of the run (byte \(length))")
  var cut = file(trace)
  cut.removeLast(20)
  #expect(
    try SavedRun.read(cut).damage?.description
      == "line 7: the file is cut off here, at byte \(cut.count)")
}

@Test func `what is no saved run is refused`() {
  #expect(throws: SavedRunError.empty) { try SavedRun.read([]) }
  #expect(throws: SavedRunError.notASavedRun) { try SavedRun.read(Array("{\"log\":{}}\n".utf8)) }
  #expect(SavedRunError.empty.description == "the file is empty")
  #expect(
    SavedRunError.notASavedRun.description
      == "not a saved run: its first line does not begin with a digest")
}

@Test func `a newer format is refused plainly`() throws {
  let newer = forged(try SessionTrace().trace, line: 0) {
    $0.replacing("\"format\":1,", by: "\"format\":2,")
  }
  let error = SavedRunError.newerFormat(2, program: "1.2.3")
  #expect(throws: error) { try SavedRun.read(newer) }
  #expect(
    error.description
      == "saved by authscope 1.2.3 in format 2; this program reads formats up to 1: get a newer "
      + "version of it")
}

@Test func `a damaged first line says so, and that nothing can be read`() throws {
  var altered = file(try SessionTrace().trace)
  altered[100] ^= 1
  #expect {
    try SavedRun.read(altered)
  } throws: { error in
    "\(error)" == "line 1: altered (byte 0); nothing can be read without the first line"
  }
}

@Test(arguments: [
  ("\"party\":0", "\"party\":9", "there is no party 9"),
  ("\"store\":0", "\"store\":77", "there is no store 77"),
  ("\"minted\":0", "\"minted\":5", "there is no secret 5"),
  ("\"check\":0", "\"check\":4", "there is no check 4"),
  ("\"path\":\"1\"", "\"path\":\"1.0\"", "expected a send path"),
  ("\"path\":\"1\"", "\"path\":\"1.1.1.1.1.1.1.1.1\"", "expected a send path"),
  ("\"path\":\"1\"", "\"path\":\"256\"", "expected a send path"),
  ("\"sent\":", "\"send\":", "unknown kind of event"),
  ("\"fate\":\"stored\"", "\"fate\":\"eaten\"", "unknown word \"eaten\""),
  ("\"instance\":0", "\"instance\":256", "the number is too large"),
  ("\"time\":1", "\"time\":8888881", "the time is out of range"),
  ("\"outcome\":\"pass\"", "\"outcome\":\"pass\",\"x\":1", "expected }"),
])
func `a line with a fitting digest is trusted no more for it`(
  part: String, other: String, problem: String
) throws {
  let bytes = forged(try SessionTrace().trace, line: 1) { $0.replacing(part, by: other) }
  let (run, damage) = try SavedRun.read(bytes)
  #expect(run.trace.records.isEmpty)
  #expect(damage?.line == 2)
  #expect(damage?.step == "login")
  guard case .malformed(let told)? = damage?.kind else {
    Issue.record("expected a malformed line, found \(String(describing: damage))")
    return
  }
  #expect(told == problem)
}

@Test func `the digest of a run is that of its file, and of nothing else`() throws {
  let trace = try SessionTrace().trace
  #expect(
    trace.digest == "98950bb6b9cdbafd604d58e0ff073168e7db7ee6356268332edecaf57578b0e0")
  #expect(trace.digest != (try SessionTrace(revokes: false).trace.digest))
  let end = String(decoding: file(trace).suffix(80), as: UTF8.self)
  #expect(end.contains(trace.digest))
  let other = String(
    decoding: file(trace, source: RunSource(program: "9")).suffix(80), as: UTF8.self)
  #expect(other.contains(trace.digest))
}

@Test(arguments: 0..<3)
func `no bytes with fitting digests stop the program`(line: Int) throws {
  let trace = try EveryEvent().builder.trace
  var lines = SavedRun.write(trace, source: source)
  let whole = Array(lines[line].dropFirst(LineDigest.length))
  var random = SystemlessNumbers(state: UInt64(line))
  for _ in 0..<200 {
    var rest = whole
    for _ in 0...random.below(2) {
      let at = random.below(rest.count)
      switch random.below(3) {
      case 0: rest[at] = UInt8(random.below(256))
      case 1: rest.removeSubrange(at..<min(rest.count, at + 1 + random.below(9)))
      case 2: rest.insert(contentsOf: whole.dropFirst(at).prefix(9), at: at)
      case _: continue
      }
      if rest.isEmpty { rest = whole }
    }
    lines[line] = LineDigest.line(rest.filter { $0 != 10 }).bytes
    let opened = try? SavedRun.read(lines.flatMap { $0 + [10] }).run.trace
    guard let opened else { continue }
    let states = StoreStates(opened)
    let secrets = SecretIndex(opened)
    for beat in opened.beats { _ = states.marks(beat) }
    for secret in opened.secrets.indices {
      _ = secrets.provenance(of: SecretID(secret), in: opened)
    }
    _ = TraceDifference(trace, opened)
    #expect(opened.steps.count <= trace.steps.count)
  }
}
