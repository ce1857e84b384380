import ArgumentParser
import Guide
import ScenarioFiles
import Wire

/// `authscope check`: validates scenario and course files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say all that is wrong with scenario and course files.",
    discussion: """
      A file with groups of lessons is a course, and is held against the library's scenarios and \
      their variants; one with silences is held against the rules of the audit. \
      Example: authscope check my/lesson.yaml my/course.yaml --format sarif
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif
  }

  @Argument(help: "Scenario files or ids, course files, or files of silences.")
  var files: [String]

  @Option(help: "text, json, github or sarif (SARIF 2.1.0).")
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
      switch FileKind(of: bytes) {
      case .scenario:
        let reading = library.reading(bytes, file: library.shown(path))
        found += reading.diagnostics
        if let format = reading.newerFormat { newer = ScenarioLibrary.newer(path, format) }
      case .course:
        let reading = library.course(bytes, file: library.shown(path))
        found += reading.diagnostics
        if let format = reading.newerFormat { newer = ScenarioLibrary.newer(path, format) }
      case .silences:
        let reading = SilenceReader(rules: AuditRules.all.map(\.id))
          .read(bytes, file: library.shown(path))
        found += reading.diagnostics
        if let format = reading.newerFormat { newer = ScenarioLibrary.newer(path, format) }
      }
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
    case .sarif: Output.line(Shown.json(DiagnosticLog(found, files: files).json))
    }
  }
}
