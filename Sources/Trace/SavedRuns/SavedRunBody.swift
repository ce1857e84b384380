/// What the lines behind the first add up to.
struct SavedRunBody {
  private let source: RunSource
  private let names: AreaNames
  private var trace: Trace
  private var steps: [SavedRun.StepDigests] = []
  private var isComplete = false
  /// The digest of what the last line says of the run.
  private(set) var endDigest = ""

  init(_ header: SavedRunHeader) {
    source = header.source
    trace = header.trace
    names = AreaNames(header.trace)
  }

  /// A run without its end has never been judged: nothing is said of its steps.
  var run: SavedRun {
    var trace = trace
    if !isComplete {
      trace.verdict = .none
      trace.reports = Array(repeating: StepReport(), count: trace.steps.count)
    }
    return SavedRun(source: source, trace: trace, isComplete: isComplete, steps: steps)
  }

  mutating func addStep(from line: inout LineReader) throws(LineError) {
    let id: StepID = try line.field("step")
    let time: Instant = try line.field("time")
    let script: Int32 = try line.field("script")
    line.limits.checks += try line.optional("checks") ?? []
    trace.secrets += try line.optional("secrets") ?? []
    let draws: Int = try line.field("draws")
    try line.member("areas")
    let areas = try areas(&line)
    let first = trace.records.count
    try line.member("events")
    do throws(LineError) {
      try line.array { line throws(LineError) in trace.records.append(try Record(from: &line)) }
      try line.expect(UInt8(ascii: "}"))
      guard line.isAtEnd else { throw line.error("something follows the line's last member") }
    } catch {
      trace.records.removeSubrange(first...)
      throw error
    }
    trace.steps.append(StepSpan(id: id, first: Int32(first), time: time, line: script))
    steps.append(SavedRun.StepDigests(areas: areas, draws: draws))
    line.limits.steps += 1
  }

  mutating func finish(from line: inout LineReader) throws(LineError) {
    try line.member("end")
    let secrets = trace.secrets.count
    var writer = LineWriter()
    let (verdict, reports) = try line.object { line throws(LineError) in
      let verdict: RunVerdict = try line.field("verdict")
      trace.secrets += try line.optional("secrets") ?? []
      return (verdict, try line.field("reports") as ReportList)
    }
    trace.verdict = verdict
    trace.reports = reports.reports
    let rest = Array(trace.secrets[secrets...])
    writer.object { $0.end(of: trace, secrets: rest) }
    endDigest = LineDigest.hex(writer.take())
  }

  /// The end belongs to the lines before it.
  mutating func close() { isComplete = true }

  /// The areas of a step whose events are not those that were written, when the line can be read.
  mutating func alteredAreas(from line: inout LineReader) throws(LineError) -> [String] {
    let told = trace.secrets.count
    try addStep(from: &line)
    let step = trace.steps.count - 1
    var writer = LineWriter()
    for check in line.limits.checks { _ = writer.checks.number(of: check) }
    let now = StepLine(
      step, of: trace, secrets: told..<trace.secrets.count, names: names, writer: &writer)
    return names.differing(steps[step].areas, now.areas)
  }

  private func areas(_ line: inout LineReader) throws(LineError) -> [AreaDigest] {
    var out: [AreaDigest] = []
    try line.expect(UInt8(ascii: "{"))
    while !line.skip(UInt8(ascii: "}")) {
      _ = out.isEmpty || line.skip(UInt8(ascii: ","))
      let place = line
      guard let area = try line.plainString().flatMap({ names.index(ofName: $0) }) else {
        throw place.error("there is no such area")
      }
      try line.expect(UInt8(ascii: ":"))
      guard let digits = try line.plainString(), let digest = Self.number(digits) else {
        throw line.error("expected 16 hex digits")
      }
      out.append(AreaDigest(area: Int32(area), digest: digest))
    }
    return out
  }

  private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard digits.count == 16 else { return nil }
    var out: UInt64 = 0
    for digit in digits {
      guard let value = LineDigits.value(digit) else { return nil }
      out = out << 4 | UInt64(value)
    }
    return out
  }
}
