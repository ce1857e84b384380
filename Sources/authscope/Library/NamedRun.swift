import Simulation
import Trace

/// A run by the name that a user gives it: the path of a saved run or of a HAR, a scenario's id or
/// file, or `scenario#variant`.
struct NamedRun {
  enum Source: String {
    case scenario, har
    case savedRun = "saved-run"
  }

  let name: String
  let source: Source
  let trace: Trace

  init(_ name: String, _ library: ScenarioLibrary) throws(Failure) {
    self.name = name
    if library.isFileOnly(name), let imported = try HARFiles.readTelling(name) {
      source = .har
      trace = imported.trace
    } else if library.isFileOnly(name) {
      source = .savedRun
      let (saved, damage) = try RunFiles.read(name)
      if let damage { throw Failure("\(name): \(damage)") }
      trace = saved.trace
    } else {
      source = .scenario
      let (id, variant) = Self.parts(name)
      let scenario = try library.load(id).scenario
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
