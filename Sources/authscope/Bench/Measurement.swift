import Wire

/// A repeated measurement: the median and the spread of what was seen.
struct Measurement {
  let name: String
  let unit: String
  /// Sorted.
  let samples: [Double]
  /// What the figure is to be held against, measured in the same run.
  var note: String?

  /// Zero where nothing was measured.
  var median: Double { samples.isEmpty ? 0 : samples[samples.count / 2] }
  var fastest: Double { samples.first ?? 0 }
  var slowest: Double { samples.last ?? 0 }
  var p95: Double { samples.isEmpty ? 0 : samples[(samples.count - 1) * 95 / 100] }

  func noted(_ note: String) -> Measurement {
    var row = self
    row.note = note
    return row
  }

  /// Milliseconds that the work takes, each time.
  static func of<E: Error>(
    _ name: String, unit: String, _ rounds: Int, _ work: () throws(E) -> Void
  ) throws(E) -> Measurement {
    var samples: [Double] = []
    for _ in 0..<max(1, rounds) {
      let start = ContinuousClock.now
      try work()
      samples.append(milliseconds(since: start))
    }
    return Measurement(name: name, unit: unit, samples: samples.sorted())
  }

  static func milliseconds(since start: ContinuousClock.Instant) -> Double {
    let span = start.duration(to: .now).components
    return Double(span.seconds) * 1000 + Double(span.attoseconds) / 1e15
  }

  static func table(_ rows: [Measurement]) -> String {
    let width = rows.map(\.name.utf8.count).max() ?? 0
    return rows.map { row in
      let name = row.name + String(repeating: " ", count: width - row.name.utf8.count)
      guard !row.samples.isEmpty else { return "\(name)  \(row.note ?? "")" }
      return "\(name)  n=\(row.samples.count)  median \(shown(row.median)) \(row.unit)"
        + "  (\(shown(row.fastest)) to \(shown(row.slowest)))"
        + (row.note.map { "  " + $0 } ?? "")
    }.joined(separator: "\n")
  }

  static func json(_ rows: [Measurement]) -> JSONValue {
    .array(
      rows.map { row in
        var object: JSONObject = [
          "name": .string(row.name), "unit": .string(row.unit),
          "n": .integer(row.samples.count), "median": .string(shown(row.median)),
          "p95": .string(shown(row.p95)),
          "min": .string(shown(row.fastest)), "max": .string(shown(row.slowest)),
        ]
        object["note"] = row.note.map { .string($0) }
        return .object(object)
      })
  }

  /// Three figures that mean something.
  static func shown(_ value: Double) -> String {
    if value >= 100 { return String(Int(value.rounded())) }
    let scaled = Int((value * 100).rounded())
    let cents = scaled % 100
    return "\(scaled / 100)." + (cents < 10 ? "0\(cents)" : "\(cents)")
  }
}
