import ArgumentParser
import Explorer
import Trace

/// `authscope diff`: two runs in lock-step, and where they part.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say where two runs differ: the first place, and every one.",
    discussion: """
      A and B are scenarios, variants (scenario#variant) or saved runs. They are laid side by side \
      by step and message; messages, stores, cookie jars, checks and the clock are compared. \
      Exits with 0 when they are alike, 1 when they differ, 2 when one cannot be read or they have \
      no step in common. \
      Example: authscope diff session/logout-revocation#cookie-only-logout \
      session/logout-revocation
      """)

  @Argument(help: "A scenario, scenario#variant, or a saved run: the one at hand.")
  var a: String

  @Argument(help: "The one that it is compared with.")
  var b: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let library = try ScenarioLibrary()
    let left = try NamedRun(a, library)
    let right = try NamedRun(b, library)
    let lockStep = LockStep(left.trace.beats, right.trace.beats)
    guard lockStep.isOneWorkload else {
      throw Failure(
        "\(a) and \(b) have no step in common: they tell different stories. Compare variants of "
          + "one scenario, or runs of it.")
    }
    if json {
      Output.line(Shown.json(DiffReport(left, right, lockStep).json))
    } else {
      let plain = PlainCompare((a, left.trace), (b, right.trace))
      Output.line(Shown.lines(plain.lines().joined(separator: "\n")))
    }
    if !lockStep.difference.isEmpty { throw ExitCodes.failed }
  }
}
