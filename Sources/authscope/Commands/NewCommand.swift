import ArgumentParser
import ScenarioFiles

/// `authscope new`: a commented scenario to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a commented scenario to start from.",
    discussion: "Example: authscope new my/lesson -o lesson.yaml")

  @Argument(help: "The new scenario's id: group/name.")
  var id: String

  @Option(name: .shortAndLong, help: "Write to this file instead of the screen.")
  var output: String?

  func run() throws {
    guard let text = Starter.text(id: id) else {
      throw Failure("\(id) is no scenario id: write group/name in small letters.")
    }
    guard let output else { return Output.write(text, to: 1) }
    guard !FileSystem.isFile(output) else {
      throw Failure("\(output) is there already; nothing was written. Choose another name.")
    }
    try FileSystem.writeAtomically(Array(text.utf8), to: output)
    Output.line("\(output) written; `authscope run \(output)` plays it")
  }
}
