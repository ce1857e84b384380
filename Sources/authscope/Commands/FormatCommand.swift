import ArgumentParser
import ScenarioFiles

/// `authscope fmt`: scenario files in one form.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Format scenario files in place; comments stay.",
    discussion: "Example: authscope fmt my/lesson.yaml")

  @Argument(help: "Scenario or course files.")
  var files: [String]

  @Flag(help: "Change nothing; exit 1 where a file would change.")
  var check = false

  func run() throws {
    var changed = false
    for file in files {
      let bytes = try FileSystem.contents(of: file, limit: ScenarioLibrary.sizeLimit)
      switch Formatter.format(bytes, file: file) {
      case .failure(let refusal): throw Failure(DiagnosticText.render(refusal.diagnostics))
      case .success(let formatted) where formatted == bytes: continue
      case .success(let formatted):
        changed = true
        if check {
          Output.line("\(file) is not formatted")
        } else {
          try FileSystem.writeAtomically(formatted, to: file)
          Output.line("\(file) formatted")
        }
      }
    }
    if check, changed { throw ExitCodes.failed }
  }
}
