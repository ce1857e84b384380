import Simulation
import Trace
import Wire

/// Saved runs on disk.
enum RunFiles {
  /// 1 GiB: larger than any run that this program writes.
  private static let sizeLimit = 1 << 30

  static func write(
    _ trace: Trace, sources: [(name: String, text: String)],
    interventions: [Intervention] = [], to path: String
  ) throws(Failure) {
    let source = RunSource(
      program: Authscope.version,
      files: sources.map { RunSource.File(name: $0.name, text: $0.text) },
      interventions: .array(interventions.map { .string($0.text) }))
    var bytes: [UInt8] = []
    for line in SavedRun.write(trace, source: source) { bytes += line + [10] }
    try FileSystem.writeAtomically(bytes, to: path)
  }

  /// A saved run, up to the damage where it is damaged.
  static func read(_ path: String) throws(Failure) -> (run: SavedRun, damage: Damage?) {
    let bytes = try FileSystem.contents(of: path, limit: sizeLimit)
    do throws(SavedRunError) {
      return try SavedRun.read(bytes)
    } catch {
      switch error {
      case .newerFormat: throw Failure("\(path): \(error)", .newerFormat)
      case .empty, .notASavedRun, .damaged: throw Failure("\(path): \(error)")
      }
    }
  }

  /// The changes by hand, as text.
  static func interventions(of saved: SavedRun) -> [String] {
    (saved.source.interventions.array ?? []).compactMap(\.string)
  }

  /// The scenario that a saved run carries with it.
  static func scenario(of saved: SavedRun) throws(Failure) -> Scenario {
    guard let main = saved.source.files.first else {
      throw Failure("it holds no scenario to play again; `authscope play` shows it")
    }
    let files = Dictionary(
      saved.source.files.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    return try ScenarioLibrary.read(
      Array(main.text.utf8), file: main.name, included: { files[$0].map { Array($0.utf8) } }
    ).scenario
  }
}
