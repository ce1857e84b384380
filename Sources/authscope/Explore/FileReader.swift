import Explorer
import ScenarioFiles
import Simulation
import Trace

/// Reads a file that a reader named, whatever is in it.
struct FileReader {
  let library: ScenarioLibrary
  /// Told how much has been read, in hundredths.
  let progress: (Int) -> Void

  func read(_ path: String) throws(Failure) -> OpenedFile {
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      return .scenario(try library.load(path).scenario)
    }
    if let archive = try archive(path) { return .run(archive) }
    let bytes = try FileSystem.contents(of: path, limit: RunFiles.sizeLimit)
    if SavedRun.begins(bytes) {
      // The bytes are let go before the views are computed: a long run is large enough.
      let saved = try RunFiles.read(bytes, path)
      return .run(try savedRun(saved, path))
    }
    guard bytes.count <= Self.largestText else {
      throw Failure("\(path) is no saved run, and too large to look for tokens in it.")
    }
    return .text(bytes)
  }

  private static let largestText = 4 << 20

  /// A saved run as it was recorded; where its scenario can still be read, it can be played again.
  private func savedRun(
    _ read: (run: SavedRun, damage: Damage?), _ path: String
  ) throws(Failure) -> OpenedRun {
    let (saved, damage) = read
    let notice = damage.map { "\($0). What stands before it is shown." }
    let again: (scenario: Scenario, inputs: RunInputs)
    do throws(Failure) {
      again = try RunFiles.inputs(of: saved, path)
    } catch {
      return OpenedRun(
        path: path, scenario: RunFiles.title(of: saved),
        request: RunRequest(scenario: saved.trace.identity.scenario), trace: saved.trace,
        recording: Recording(
          origin: "a saved run", headline: "This program cannot play it again.",
          details: [error.message], findings: []), damage: notice)
    }
    let inputs = again.inputs
    return OpenedRun(
      path: path, scenario: again.scenario,
      request: RunRequest(
        scenario: again.scenario.id, variant: inputs.variant, settings: inputs.settings,
        interventions: inputs.interventions, seed: inputs.seed),
      trace: saved.trace, damage: notice)
  }
}
