import ScenarioFiles
import Simulation
import Trace
import Wire

/// Saved runs on disk.
enum RunFiles {
  /// 1 GiB: larger than any run that this program writes.
  static let sizeLimit = 1 << 30

  /// What a run is made from, for its file.
  static func source(
    _ sources: [(name: String, text: String)], _ interventions: [Intervention]
  ) -> RunSource {
    RunSource(
      program: Authscope.version,
      files: sources.map { RunSource.File(name: $0.name, text: $0.text) },
      interventions: .array(interventions.map { .string($0.text) }))
  }

  /// A saved run, up to the damage where it is damaged.
  static func read(_ path: String) throws(Failure) -> (run: SavedRun, damage: Damage?) {
    guard FileSystem.exists(path) || !FileSystem.isFile(path + PartialFile.ending) else {
      throw Failure(
        "\(path) was never finished; what was played of it is in \(path)\(PartialFile.ending)")
    }
    return try read(try FileSystem.contents(of: path, limit: sizeLimit), path)
  }

  static func read(
    _ bytes: [UInt8], _ path: String
  ) throws(Failure) -> (run: SavedRun, damage: Damage?) {
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

  /// What stands for the scenario of a run that is only shown.
  static func title(of saved: SavedRun) -> Scenario {
    var scenario = Scenario()
    scenario.id = saved.trace.identity.scenario
    scenario.title = saved.trace.identity.title
    scenario.seed = saved.trace.identity.seed
    return scenario
  }

  /// What a saved run was played from.
  static func inputs(
    of saved: SavedRun, _ path: String
  ) throws(Failure) -> (scenario: Scenario, inputs: RunInputs) {
    let scenario = try scenario(of: saved)
    let identity = saved.trace.identity
    var inputs = RunInputs(variant: identity.variant, seed: identity.seed)
    for text in identity.settings {
      do throws(Problem) {
        inputs.settings.append(try Setting.parse(text, in: scenario, ScenarioLibrary.vocabulary))
      } catch {
        throw Failure("\(path): setting \(text): \(error.message)")
      }
    }
    for text in interventions(of: saved) {
      do throws(Problem) {
        inputs.interventions.append(
          try Intervention.parse(text, in: scenario, ScenarioLibrary.vocabulary))
      } catch {
        throw Failure("\(path): change \(text): \(error.message)")
      }
    }
    return (scenario, inputs)
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
