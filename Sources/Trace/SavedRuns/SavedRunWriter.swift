import Wire

/// Writes a saved run line by line, so that a run can be journaled while it is played.
package struct SavedRunWriter {
  private var writer = LineWriter()
  private let names: AreaNames
  /// How many secrets have been told.
  private var secrets = 0
  /// The lines so far.
  private var lines = 0
  /// What the digest of the whole is made of.
  private var digests: [String] = []

  /// The trace must have its parties and stores; it may have its steps.
  package init(_ trace: Trace) { names = AreaNames(trace) }

  package mutating func header(of trace: Trace, source: RunSource) -> [UInt8] {
    let declared = trace.declaredSecretCount
    secrets = declared
    writer.object { writer in
      writer.field("identity", trace.identity)
      writer.field("start", trace.start)
      writer.field("parties", trace.parties)
      writer.field("stores", trace.stores)
      writer.field("secrets", Array(trace.secrets[..<declared]))
      writer.field("rows", trace.initialRows)
      writer.field("script", trace.script)
      writer.field("defences", trace.defences)
    }
    let run = writer.take()
    digests = [LineDigest.hex(run)]
    return line { writer in
      writer.field("format", SavedRun.format)
      writer.field("program", source.program)
      writer.field("run") { $0.raw(run) }
      writer.field("files", source.files)
      writer.field("interventions") { $0.raw(source.interventions.text().utf8) }
    }
  }

  package mutating func step(_ index: Int, of trace: Trace) -> [UInt8] {
    let told = StepLine.secrets(ofStep: index, of: trace, after: secrets)
    secrets = told.upperBound
    let step = StepLine(index, of: trace, secrets: told, names: names, writer: &writer)
    let span = trace.steps[index]
    let names = names
    let line = line { writer in
      writer.field("step", span.id)
      writer.field("time", span.time)
      writer.field("script", span.line)
      let checks = writer.checks.takeFresh()
      if !checks.isEmpty { writer.field("checks", checks) }
      if !told.isEmpty { writer.field("secrets", Array(trace.secrets[told])) }
      writer.field("draws", step.draws)
      writer.field("areas") { $0.areas(step.areas, names) }
      writer.field("events") { $0.raw(step.events) }
    }
    return line
  }

  package mutating func footer(of trace: Trace) -> [UInt8] {
    let rest = Array(trace.secrets[secrets...])
    writer.object { $0.end(of: trace, secrets: rest) }
    let end = writer.take()
    digests.append(LineDigest.hex(end))
    let whole = LineDigest.hex(Array(digests.joined(separator: "\n").utf8))
    return line { writer in
      writer.field("end") { $0.raw(end) }
      writer.field("whole", whole)
    }
  }

  /// What the lines so far come to, and the end; the same in every process.
  fileprivate static func whole(_ trace: Trace) -> String {
    var writer = SavedRunWriter(trace)
    _ = writer.header(of: trace, source: RunSource(program: ""))
    for step in trace.steps.indices { _ = writer.step(step, of: trace) }
    let footer = writer.footer(of: trace)
    // The last member: `"whole":"<64 hex digits>"}`.
    return String(decoding: footer.suffix(66).prefix(64), as: UTF8.self)
  }

  /// A line with its number, without the line break.
  private mutating func line(_ members: (inout LineWriter) -> Void) -> [UInt8] {
    lines += 1
    let number = lines
    writer.object { writer in
      writer.field("line", number)
      members(&writer)
    }
    // The opening brace is part of the digest's member.
    let (bytes, digest) = LineDigest.line(Array(writer.take().dropFirst()))
    if number > 1 { digests.append(digest) }
    return bytes
  }
}

extension Trace {
  /// The digest of all that the run says: equal in another process, and on another day.
  package var digest: String { SavedRunWriter.whole(self) }

  /// How many secrets were there before the first step.
  var declaredSecretCount: Int {
    let played = Set(steps.map(\.id))
    return secrets.prefix { !played.contains($0.mintedAt.step) }.count
  }
}

extension LineWriter {
  /// What the last line says of the run.
  mutating func end(of trace: Trace, secrets: [Secret]) {
    field("verdict", trace.verdict)
    if !secrets.isEmpty { field("secrets", secrets) }
    field("reports", ReportList(trace.reports))
  }

  fileprivate mutating func areas(_ areas: [AreaDigest], _ names: AreaNames) {
    raw("{".utf8)
    for (index, area) in areas.enumerated() {
      if index > 0 { raw(",".utf8) }
      string(names.names[Int(area.area)])
      raw(":\"".utf8)
      raw(LineDigest.hex(area.digest))
      raw("\"".utf8)
    }
    raw("}".utf8)
  }
}
