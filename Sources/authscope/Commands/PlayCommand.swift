import ArgumentParser
import Simulation

/// `authscope play`: a saved run as it was recorded.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Show a saved run, or a HAR, as it was recorded.",
    discussion: "Example: authscope play monday.authscope")

  @Argument(help: "A saved run or a HAR.")
  var file: String

  func run() throws { try Self.show(file) }

  /// Prints a saved run, or a HAR, up to its damage, then says where that is.
  static func show(_ file: String) throws(Failure) {
    if let imported = try HARFiles.readTelling(file) {
      Output.line(PlainText.of(HARFiles.scenario(of: file), imported.trace))
      let damage = imported.report.damage
      guard let damage else { return }
      throw Failure("\(file): \(damage). What stands before it is shown above.")
    }
    let (saved, damage) = try RunFiles.read(file)
    // The log is shown even where this program cannot read the scenario any more.
    let scenario = (try? RunFiles.scenario(of: saved)) ?? RunFiles.title(of: saved)
    Output.line(PlainText.of(scenario, saved.trace))
    if let damage { throw Failure("\(file): \(damage). What stands before it is shown above.") }
  }
}
