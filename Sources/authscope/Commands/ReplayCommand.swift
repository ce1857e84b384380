import ArgumentParser
import Simulation
import Trace

/// `authscope replay`: plays a saved run again and compares.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Play a saved run again and say where it goes another way.",
    discussion: """
      Exit 3 where it diverges, naming step and area. Example: authscope replay monday.authscope
      """)

  @Argument(help: "A saved run.")
  var file: String

  func run() throws {
    let (saved, damage) = try RunFiles.read(file)
    if let damage { throw Failure("\(file): \(damage)", .diverged) }
    let (scenario, inputs) = try RunFiles.inputs(of: saved, file)
    let again = play(scenario, inputs)
    if let divergence = Replay.compare(recorded: saved, again: again) {
      throw Failure("\(file): \(divergence)", .diverged)
    }
    Output.line("\(file): equal, \(again.steps.count) steps, digest \(again.digest)")
  }
}
