import ArgumentParser
import Guide
import Trace

/// `authscope why`: one diagnosis of a sign-in that failed.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Say why a sign-in failed: one cause, where it shows, what to do.",
    discussion: """
      A source is a HAR file of a browser or of mitmproxy, a saved run, or a scenario (id, \
      id#variant or file). A token, or a file that holds one and nothing else, goes to \
      `authscope token why`. Where no cause is visible it says what the file does not tell, and how \
      to get it. Nothing leaves this machine, and nothing is kept. Exits with 1 where a cause was \
      found, 0 where none is visible, 2 when the source cannot be read. \
      Example: authscope why login.har
      """)

  @Argument(help: "A HAR, a saved run, a scenario, or a token.")
  var source: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    if let words = tokenWords {
      let command = try TokenWhyCommand.parse(words + (json ? ["--json"] : []))
      return try command.run()
    }
    let run = try NamedRun(source, ScenarioLibrary())
    let report = DiagnosisReport(run)
    Output.line(json ? Shown.json(report.json) : Shown.lines(report.text))
    if report.diagnosis != nil { throw ExitCodes.failed }
  }

  /// The words for `token why`; nil where the source is no token.
  private var tokenWords: [String]? {
    if source.hasPrefix("eyJ") { return [source] }
    guard FileSystem.isFile(source) else { return nil }
    let head = FileSystem.head(of: source).drop { $0 <= 32 }
    return head.starts(with: Array("eyJ".utf8)) ? ["--file", source] : nil
  }
}
