import Simulation
import Trace

/// A run by the name that a user gives it: the path of a saved run, a scenario's id or file, or
/// `scenario#variant`.
struct NamedRun {
  let name: String
  let trace: Trace

  init(_ name: String, _ library: ScenarioLibrary) throws(Failure) {
    self.name = name
    if library.isFileOnly(name) {
      let (saved, damage) = try RunFiles.read(name)
      if let damage { throw Failure("\(name): \(damage)") }
      trace = saved.trace
    } else {
      let (source, variant) = Self.parts(name)
      let scenario = try library.load(source).scenario
      trace = play(scenario, RunInputs(variant: try Self.known(variant, of: scenario)))
    }
  }

  private static func parts(_ name: String) -> (source: String, variant: String?) {
    guard !FileSystem.isFile(name), let mark = name.lastIndex(of: "#") else { return (name, nil) }
    return (String(name[..<mark]), String(name[name.index(after: mark)...]))
  }

  /// `main` is the scenario as it stands, as on the screen.
  private static func known(_ variant: String?, of scenario: Scenario) throws(Failure) -> String? {
    if variant == "main", scenario.variant(named: "main") == nil { return nil }
    return try RunOptions.known(variant, of: scenario)
  }
}
