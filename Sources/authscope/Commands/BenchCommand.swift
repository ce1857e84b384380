import ArgumentParser
import Simulation
import Trace
import Wire

/// `authscope bench`: what the program does in a second, on this machine, now.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure the program on this machine.",
    discussion: """
      Verification is measured beside libcrypto alone, and beside joserfc, PyJWT and jose where \
      they are installed (AUTHSCOPE_PYTHON names the Python that has the first two). \
      Example: authscope bench --rounds 5
      """)

  @Option(help: "How often each measurement is repeated.")
  var rounds = 5

  @Option(
    help: "What to measure: the engine, its crowd alone, tokens, a long trace, a HAR, or all.")
  var only = Subject.all

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case all, engine, crowd, tokens, trace, har
  }

  @Option(help: "How many entries the HAR has.")
  var entries = 20_000

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    var rows: [Measurement] = []
    // First, so that the memory is its own.
    if only == .trace || only == .all { rows += TraceBench(rounds: rounds).rows() }
    if only == .all || only == .engine || only == .crowd {
      rows.append(Workload.crowd.measured(rounds))
    }
    if only == .all || only == .engine { rows += try engine() }
    if only == .all || only == .tokens {
      guard let executable = Environment.executable else {
        throw Failure("the program does not find its own file")
      }
      rows += try TokenBench(rounds: rounds, executable: executable).rows()
    }
    if only == .all || only == .har {
      rows += try ImportBench(entries: max(1, entries), rounds: rounds).rows()
    }
    Output.line(json ? Measurement.json(rows).prettyText(indent: 2) : Measurement.table(rows))
  }

  private func engine() throws -> [Measurement] {
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
    return rows
  }
}
