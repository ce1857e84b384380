import ArgumentParser
import ScenarioFiles
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
    let again = try playAgain(saved)
    if let divergence = Replay.compare(recorded: saved, again: again) {
      throw Failure("\(file): \(divergence)", .diverged)
    }
    Output.line("\(file): equal, \(again.steps.count) steps, digest \(again.digest)")
  }

  private func playAgain(_ saved: SavedRun) throws(Failure) -> Trace {
    let scenario = try RunFiles.scenario(of: saved)
    let identity = saved.trace.identity
    var inputs = RunInputs(variant: identity.variant, seed: identity.seed)
    for text in identity.settings {
      do throws(Problem) {
        inputs.settings.append(try Setting.parse(text, in: scenario, ScenarioLibrary.vocabulary))
      } catch {
        throw Failure("\(file): setting \(text): \(error.message)")
      }
    }
    for text in RunFiles.interventions(of: saved) {
      do throws(Problem) {
        inputs.interventions.append(
          try Intervention.parse(text, in: scenario, ScenarioLibrary.vocabulary))
      } catch {
        throw Failure("\(file): change \(text): \(error.message)")
      }
    }
    return play(scenario, inputs)
  }
}
