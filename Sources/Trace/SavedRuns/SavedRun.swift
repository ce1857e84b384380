import Wire

/// What a run was made from, as the caller knows it; enough to run it again.
package struct RunSource: Hashable, Sendable {
  package struct File: Hashable, Sendable {
    package let name: String
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The version of the program that made the run.
  package let program: String
  /// The scenario's file, then what it includes.
  package let files: [File]
  /// Whatever the caller needs besides to run it again; not looked into here.
  package let interventions: JSONValue

  package init(program: String, files: [File] = [], interventions: JSONValue = .array([])) {
    self.program = program
    self.files = files
    self.interventions = interventions
  }
}

/// A run in a file: JSON Lines, one for the start, one for each step, one for the end.
package struct SavedRun: Sendable {
  /// The newest format that this program reads, and the one that it writes.
  package static let format = 1

  package let source: RunSource
  package let trace: Trace
  /// Whether the file holds the run's end.
  package let isComplete: Bool
  /// For each step the digests of its areas, and the secrets drawn so far.
  let steps: [StepDigests]

  struct StepDigests: Hashable, Sendable {
    let areas: [AreaDigest]
    let draws: Int
  }

  /// The lines of the file, each without its line break.
  package static func write(_ trace: Trace, source: RunSource) -> [[UInt8]] {
    var writer = SavedRunWriter(trace)
    var lines = [writer.header(of: trace, source: source)]
    lines.reserveCapacity(trace.steps.count + 2)
    for step in trace.steps.indices { lines.append(writer.step(step, of: trace)) }
    lines.append(writer.footer(of: trace))
    return lines
  }

  /// Whether a file looks like a saved run.
  package static func begins(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "{\"digest\":".utf8)
  }

  /// Opens a file as far as it is whole; what is wrong behind that is told, the file never changed.
  package static func read(
    _ bytes: [UInt8]
  ) throws(SavedRunError) -> (run: SavedRun, damage: Damage?) {
    try bytes.withUnsafeBufferPointer { buffer throws(SavedRunError) in
      var reader = SavedRunReader(bytes, buffer)
      return try reader.read()
    }
  }
}

/// Why a file cannot be opened at all.
package enum SavedRunError: Error, Hashable, Sendable, CustomStringConvertible {
  case empty
  /// Its first line is not that of a saved run.
  case notASavedRun
  /// Made by a later program; the exit code for it is 4.
  case newerFormat(Int, program: String)
  /// The first line is damaged, and nothing can be read without it.
  case damaged(Damage)

  package var description: String {
    switch self {
    case .empty: "the file is empty"
    case .notASavedRun: "not a saved run: its first line does not begin with a digest"
    case .newerFormat(let format, let program):
      "saved by authscope \(program) in format \(format); this program reads formats up to "
        + "\(SavedRun.format): get a newer version of it"
    case .damaged(let damage): "\(damage); nothing can be read without the first line"
    }
  }
}
