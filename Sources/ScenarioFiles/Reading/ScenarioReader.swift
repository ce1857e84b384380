import Simulation

/// What became of a file: the scenario when nothing is wrong with it, and everything to say of it.
package struct ScenarioReading: Sendable {
  /// Nil when there is an error; warnings do not take it away.
  package let scenario: Scenario?
  /// Sorted by file and place.
  package let diagnostics: [Diagnostic]
  /// The file's format when only a newer program reads it.
  package let newerFormat: Int?

  package var hasErrors: Bool { scenario == nil }
}

/// Reads scenario files straight into the engine's own model, and says all that is wrong at once.
package struct ScenarioReader {
  private let vocabulary: Vocabulary
  private let library: (String) -> [UInt8]?

  /// `library` gives the bytes of an included file by its path from the folder of the scenarios,
  /// which is normalised: it neither begins with a slash nor has a `..` in it.
  package init(
    vocabulary: Vocabulary, library: @escaping (String) -> [UInt8]? = { _ in nil }
  ) {
    self.vocabulary = vocabulary
    self.library = library
  }

  package func read(_ bytes: [UInt8], file name: String) -> ScenarioReading {
    let file = SourceFile(name: name, bytes: bytes)
    let report = Report()
    let reading = Reading(file, vocabulary: vocabulary, report: report)
    var newer: Int?
    var scenario: Scenario?
    if let root = YAMLDocument.read(file, report) {
      switch Format.check(root, reading) {
      case nil: scenario = decode(root, reading)
      case .newer(let format): newer = format
      case .noMapping: break
      }
    }
    return ScenarioReading(
      scenario: report.hasErrors ? nil : scenario, diagnostics: report.sorted(in: file),
      newerFormat: newer)
  }

  private func decode(_ root: Node, _ reading: Reading) -> Scenario {
    var includes = Includes(library)
    includes.load(root["include"], through: [], reading)
    collectNames(root, includes, reading)
    var scenario = Scenario()
    guard WholeScenario.checkCounts(root, reading) else { return scenario }
    _ = ScenarioGrammar.scenario.read(root, into: &scenario, reading)
    merge(includes, into: &scenario, root, reading)
    WholeScenario.check(root, reading)
    return scenario
  }

  private func collectNames(_ root: Node, _ includes: Includes, _ reading: Reading) {
    var collector = NameCollector()
    collector.add(world: root["world"])
    for part in includes.loaded { collector.add(world: part.root["world"]) }
    collector.add(variants: root["variants"])
    collector.add(steps: root["steps"], reading)
    reading.names = collector.names
    reading.names.areIncomplete = !includes.areComplete
    reading.stepsByOffset = collector.stepsByOffset
  }

  private func merge(
    _ includes: Includes, into scenario: inout Scenario, _ root: Node, _ reading: Reading
  ) {
    let own = WorldMerge.Part(
      world: scenario.world, node: root["world"] ?? root, file: reading.file)
    var merge = WorldMerge(own)
    for loaded in includes.loaded {
      var world = WorldSpec()
      let main = reading.file
      reading.file = loaded.file
      _ = ScenarioGrammar.library.read(loaded.root, into: &world, reading)
      reading.file = main
      let node = loaded.root["world"] ?? loaded.root
      merge.add(WorldMerge.Part(world: world, node: node, file: loaded.file), reading)
    }
    scenario.world = merge.world
  }
}
