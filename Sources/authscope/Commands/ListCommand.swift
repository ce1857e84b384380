import ArgumentParser
import Simulation
import Wire

/// `authscope list`: scenarios and variants, or the defences.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the scenarios with their variants, the defences, or the guide's claims.",
    discussion: "Example: authscope list --claims")

  @Flag(help: "List the defences instead.")
  var defences = false

  @Flag(help: "List the guide's claims, how far each carries and what shows it, instead.")
  var claims = false

  @Flag(help: "Print the scenarios as a page of Markdown, as docs/library.md is.")
  var markdown = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if markdown, defences || claims || json {
      throw ValidationError("The page of --markdown is of the scenarios; ask for it alone.")
    }
    if defences, claims { throw ValidationError("Ask for --defences or for --claims, not both.") }
  }

  func run() throws {
    if defences {
      Output.line(json ? Self.defencesJSON.prettyText(indent: 2) : Self.defencesText)
      return
    }
    let library = try ScenarioLibrary()
    var scenarios: [Scenario] = []
    for id in library.ids() { scenarios.append(try library.load(id).scenario) }
    if markdown { return Output.line(LibraryPage(scenarios).text) }
    if claims {
      let list = ClaimList(scenarios)
      Output.line(json ? list.json.prettyText(indent: 2) : list.text)
      return
    }
    Output.line(
      json ? Self.json(scenarios).prettyText(indent: 2) : Self.text(scenarios))
  }

  private static func text(_ scenarios: [Scenario]) -> String {
    scenarios.map { scenario in
      let attack = scenario.attack == nil ? "" : "  ! attack"
      let lines = ["\(scenario.id)  \(scenario.title)\(attack)"]
      return
        (lines
        + scenario.variants.map { "    \($0.name)" + ($0.title.map { "  \($0)" } ?? "") })
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static func json(_ scenarios: [Scenario]) -> JSONValue {
    .array(
      scenarios.map { scenario in
        [
          "id": .string(scenario.id), "title": .string(scenario.title),
          "attack": .bool(scenario.attack != nil),
          "shows": .array(scenario.shows.map { .string($0) }),
          "specs": .array(scenario.specs.map { .string($0) }),
          "opens": scenario.opens.map { .string($0) } ?? .null,
          "variants": .array(
            scenario.variants.map {
              [
                "name": .string($0.name),
                "title": $0.title.map { .string($0) } ?? .null,
              ]
            }),
        ]
      })
  }

  private static var defencesText: String {
    DefenceCatalogue.all.map { defence in
      """
      \(defence.id.text)  \(defence.title)
          levels \(defence.levels.joined(separator: ", ")); standard \(defence.standard)
          stops \(defence.stops); \(defence.reference)
      """
    }.joined(separator: "\n")
  }

  private static var defencesJSON: JSONValue {
    .array(
      DefenceCatalogue.all.map { defence in
        [
          "id": .string(defence.id.text), "title": .string(defence.title),
          "stops": .string(defence.stops), "reference": .string(defence.reference),
          "levels": .array(defence.levels.map { .string($0) }),
          "standard": .string(defence.standard),
          "checks": .array(defence.checks.map { .string($0.text) }),
          "behaviours": .array(defence.behaviours.map { .string($0) }),
        ]
      })
  }
}
