import Cryptography

/// What a step's line says of it, made once for the line and for the comparison of a replay.
struct StepLine {
  /// The events as a JSON array.
  let events: [UInt8]
  let areas: [AreaDigest]
  /// The secrets that were drawn up to and with the step.
  let draws: Int

  init(
    _ step: Int, of trace: Trace, secrets: Range<Int>, names: AreaNames,
    writer: inout LineWriter
  ) {
    var buffers = AreaBuffers(count: names.names.count)
    draws = secrets.upperBound
    for secret in trace.secrets[secrets] {
      secret.write(to: &writer)
      buffers.add(writer.take()[...], to: names.draws)
    }
    var time = trace.steps[step].time
    buffers.add("\(time.milliseconds)".utf8, to: names.clock)
    var places: [Range<Int>] = []
    let records = trace.records(ofStep: step)
    writer.array(records) { record, writer in
      writer.object { writer in
        writer.field("time", record.time)
        let start = writer.count + 1
        record.writePlaceAndEvent(to: &writer)
        places.append(start..<writer.count)
      }
    }
    events = writer.take()
    for (record, place) in zip(records, places) {
      buffers.add(events[place], to: names.index(of: record))
      guard record.time != time else { continue }
      time = record.time
      buffers.add(" \(time.milliseconds)".utf8, to: names.clock)
    }
    areas = buffers.digests()
  }

  /// The secrets that are told in the line of a step: all up to the last one that it mentions, so
  /// that a line refers only to what was told before.
  static func secrets(ofStep step: Int, of trace: Trace, after told: Int) -> Range<Int> {
    let mentioned = trace.records(ofStep: step).lazy.flatMap { $0.event.mentionedSecrets }
    let end = mentioned.map { Int($0.index) + 1 }.max() ?? 0
    return told..<max(told, end)
  }
}

/// The bytes of a step's events, by area.
private struct AreaBuffers {
  private var buffers: [[UInt8]]

  init(count: Int) { buffers = Array(repeating: [], count: count) }

  mutating func add(_ bytes: some Sequence<UInt8>, to area: Int) { buffers[area] += bytes }

  func digests() -> [AreaDigest] {
    buffers.indices.filter { !buffers[$0].isEmpty }.map { area in
      let hash = Digest.sha256.hash(buffers[area])
      return AreaDigest(
        area: Int32(area), digest: hash.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
  }
}

extension Event {
  var mentionedSecrets: [SecretID] {
    switch self {
    case .minted(let id): [id]
    case .act(let act): [act.taken, act.made].compactMap { $0 }
    case .storeRead(let read): read.key.secret.map { [$0] } ?? []
    case .storeChanged(let change): change.key.secret.map { [$0] } ?? []
    case .omitted(let omission): omission.key?.secret.map { [$0] } ?? []
    case .sent, .received, .ledger, .cookie, .browserStorage, .navigated, .clockMoved, .crypto,
      .settingChanged, .note, .unapplied:
      []
    }
  }
}
