import ArgumentParser
import Simulation

/// `authscope play`: a saved run as it was recorded.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Show a saved run as it was recorded.",
    discussion: "Example: authscope play monday.authscope")

  @Argument(help: "A saved run.")
  var file: String

  func run() throws {
    let (saved, damage) = try RunFiles.read(file)
    // The log is shown even where this program cannot read the scenario any more.
    var scenario = Scenario()
    scenario.id = saved.trace.identity.scenario
    scenario.title = saved.trace.identity.title
    scenario.seed = saved.trace.identity.seed
    Output.line(PlainText.of((try? RunFiles.scenario(of: saved)) ?? scenario, saved.trace))
    if let damage { throw Failure("\(file): \(damage). What stands before it is shown above.") }
  }
}
