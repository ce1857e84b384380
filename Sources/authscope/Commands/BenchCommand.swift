import ArgumentParser
import Simulation
import Trace
import Wire

/// `authscope bench`: what the program does in a second, on this machine, now.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure the engine on this machine.",
    discussion: "Example: authscope bench --rounds 5")

  @Option(help: "How often each measurement is repeated.")
  var rounds = 5

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let library = try ScenarioLibrary()
    var scenarios: [Scenario] = []
    var rows: [Measurement] = []
    rows.append(
      try Measurement.of("read the whole library", unit: "ms", rounds) {
        scenarios = try library.ids().map { try library.load($0).scenario }
      })
    rows.append(
      Measurement.of("play the whole library, every variant", unit: "ms", rounds) {
        for scenario in scenarios {
          for variant in [nil] + scenario.variants.map(\.name) {
            _ = play(scenario, RunInputs(variant: variant))
          }
        }
      })
    rows.append(Workload.session.measured(rounds))
    rows.append(Workload.mixed.measured(rounds))
    Output.line(json ? Measurement.json(rows).prettyText(indent: 2) : Measurement.table(rows))
  }
}
