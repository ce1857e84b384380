import ArgumentParser
import ScenarioFiles
import Wire

/// `authscope check`: validates scenario files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say all that is wrong with scenario files.",
    discussion: "Example: authscope check my/lesson.yaml --format github")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github
  }

  @Argument(help: "Scenario files or ids.")
  var files: [String]

  @Option(help: "text, json or github.")
  var format = Format.text

  @Flag(help: "The same as --format json.")
  var json = false

  func run() throws {
    let library = try ScenarioLibrary()
    var found: [Diagnostic] = []
    var newer: Failure?
    for name in files {
      let path = try library.file(of: name)
      let bytes = try FileSystem.contents(of: path, limit: ScenarioLibrary.sizeLimit)
      let reading = library.reading(bytes, file: library.shown(path))
      found += reading.diagnostics
      if reading.newerFormat != nil { newer = ScenarioLibrary.newer(path, reading) }
    }
    if let newer { throw newer }
    print(found)
    if found.contains(where: { $0.severity == .error }) { throw ExitCodes.badInput }
  }

  private func print(_ found: [Diagnostic]) {
    switch json ? .json : format {
    case .text:
      if found.isEmpty {
        Output.line(files.count == 1 ? "1 file, no mistake" : "\(files.count) files, no mistake")
      }
      if !found.isEmpty { Output.error(DiagnosticText.render(found)) }
    case .json: Output.line(DiagnosticJSON.value(found).prettyText(indent: 2))
    case .github: if !found.isEmpty { Output.line(GitHubAnnotations.render(found)) }
    }
  }
}
