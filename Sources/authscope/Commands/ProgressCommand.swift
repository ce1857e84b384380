import ArgumentParser
import Explorer
import Wire

/// `authscope progress`: what a reader has done, as text, as JSON, or in a file to hand in.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Show or export what you have done: lessons, answers, hints, challenges.",
    discussion: """
      The explorer keeps it in one JSON file of the state folder (XDG_STATE_HOME). \
      Example: authscope progress --export alice.json
      """)

  @Flag(help: "Print the JSON that is kept.")
  var json = false

  @Option(help: "Write the JSON into this new file.")
  var export: String?

  @Option(help: "A course of your own instead of the one that comes along.")
  var course: String?

  func run() throws {
    let kept = ProgressFile()
    let (progress, warning) = kept.read()
    if let warning { Output.error(warning) }
    if let export {
      Output.line(try kept.export(progress, to: export))
    } else if json {
      Output.line(ProgressFile.json(progress).prettyText(indent: 2))
    } else {
      let model = try CourseLoading(try ScenarioLibrary()).model(file: course)
      Output.line(ProgressReport(progress, model).text)
    }
  }
}
