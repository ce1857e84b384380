import ArgumentParser
import ScenarioFiles

/// `authscope schema`: the JSON Schema of scenario files, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema (draft-07) of scenario files.",
    discussion: "Example: authscope schema > authscope.schema.json")

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case scenario, library, course
  }

  @Argument(help: "scenario, library or course.")
  var kind = Kind.scenario

  func run() {
    let schema = JSONSchema(vocabulary: ScenarioLibrary.vocabulary)
    let value =
      switch kind {
      case .scenario: schema.scenario
      case .library: schema.library
      case .course: schema.course
      }
    Output.line(value.prettyText(indent: 2))
  }
}
