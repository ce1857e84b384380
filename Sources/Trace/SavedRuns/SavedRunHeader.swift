import Wire

/// The first line: who took part, what was there, and what it was made from.
struct SavedRunHeader {
  let source: RunSource
  let trace: Trace
  /// The digest of the part that describes the run itself.
  let digest: String

  init(from line: inout LineReader, _ bytes: [UInt8]) throws(LineError) {
    let _: Int = try line.field("line")
    let format: Int = try line.field("format")
    guard format == SavedRun.format else { throw line.error("unknown format \(format)") }
    let program: String = try line.field("program")
    try line.member("run")
    let start = line.at
    trace = try Self.trace(&line)
    digest = LineDigest.hex(bytes[start..<line.at])
    let files: [RunSource.File] = try line.field("files")
    try line.member("interventions")
    let place = line.at
    let interventions = try line.rest()
    try line.expect(UInt8(ascii: "}"))
    do {
      source = RunSource(
        program: program, files: files, interventions: try JSONValue.parse(interventions))
    } catch {
      throw LineError(offset: place + error.offset, problem: error.reason)
    }
  }

  private static func trace(_ line: inout LineReader) throws(LineError) -> Trace {
    try line.object { line throws(LineError) in
      let identity: RunIdentity = try line.field("identity")
      var trace = Trace(identity: identity, start: try line.field("start"))
      trace.parties = try line.field("parties")
      guard trace.parties.count <= Int(Int16.max) else { throw line.error("too many parties") }
      line.limits.parties = trace.parties.count
      trace.stores = try line.field("stores")
      guard trace.stores.count <= Int(Int16.max) else { throw line.error("too many stores") }
      line.limits.stores = trace.stores.count
      trace.secrets = try line.field("secrets")
      trace.initialRows = try line.field("rows")
      trace.script = try line.field("script")
      trace.defences = try line.field("defences")
      return trace
    }
  }

  /// The error of a line that a later program wrote.
  static func newerFormat(_ line: LineReader) -> SavedRunError? {
    var line = line
    let _: Int? = try? line.field("line")
    guard let format: Int = try? line.field("format"), format > SavedRun.format else {
      return nil
    }
    return .newerFormat(format, program: (try? line.field("program")) ?? "of a later version")
  }
}

extension RunSource.File: LineValue {
  func write(to line: inout LineWriter) { Pair(name, text).write(to: &line) }

  init(from line: inout LineReader) throws(LineError) {
    let pair = try Pair(from: &line)
    self.init(name: pair.name, text: pair.value)
  }
}
