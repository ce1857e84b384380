import Simulation
import Trace
import Wire

/// Plays a run and writes each step down as soon as it is over.
final class RunJournal {
  private let file: PartialFile
  private let source: RunSource
  private var writer: SavedRunWriter?
  private var failure: Failure?

  private init(_ source: RunSource, to path: String) throws(Failure) {
    self.source = source
    file = try PartialFile(path)
  }

  /// The trace, which is then in the file too.
  static func play(
    _ loaded: LoadedScenario, _ inputs: RunInputs, to path: String
  ) throws(Failure) -> Trace {
    let source = RunFiles.source(loaded.sources, inputs.interventions)
    let journal = try RunJournal(source, to: path)
    let trace = Simulation.play(
      loaded.scenario, inputs, begun: journal.begin,
      stepped: { step, trace in journal.add(step, of: trace) })
    try journal.finish(trace)
    return trace
  }

  private func begin(_ trace: Trace) {
    var writer = SavedRunWriter(trace)
    append(writer.header(of: trace, source: source))
    self.writer = writer
  }

  private func add(_ step: Int, of trace: Trace) {
    if let line = writer?.step(step, of: trace) { append(line) }
  }

  /// The first failure is told at the end: the run is played all the same.
  private func append(_ line: [UInt8]) {
    guard failure == nil else { return }
    do throws(Failure) {
      try file.append(line + [10])
    } catch {
      failure = error
    }
  }

  private func finish(_ trace: Trace) throws(Failure) {
    if let line = writer?.footer(of: trace) { append(line) }
    if let failure { throw failure }
    try file.finish()
  }
}
