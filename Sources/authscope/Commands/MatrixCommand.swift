import ArgumentParser
import Dispatch
import Explorer
import Simulation
import Synchronization
import Wire

/// `authscope matrix`: attacks × defences, computed by playing them.
struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Which defence stops which attack, found by playing them all.",
    discussion: """
      Every attack of the library is played with every defence off, with all on, with each one \
      alone and with each one missing, and the smallest sets that stop it are named. Exits with 1 \
      when an attack gets through with everything on and does not say so. \
      Example: authscope matrix jwt/alg-none --json
      """)

  @Argument(help: "Scenario ids or files; without one, the whole library.")
  var sources: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print numbered lines: what each defence does, alone and missing.")
  var plain = false

  func run() throws {
    let rows = Self.rows(of: try attacks())
    Output.line(text(rows))
    if rows.contains(where: { $0.stoppedByAll == $0.residual }) { throw ExitCodes.failed }
  }

  private func text(_ rows: [MatrixRow]) -> String {
    if json { return MatrixReport.json(rows).prettyText(indent: 2) }
    return plain
      ? Shown.lines(PlainMatrix(rows).lines().joined(separator: "\n")) : MatrixReport.text(rows)
  }

  private func attacks() throws(Failure) -> [Scenario] {
    let library = try ScenarioLibrary()
    var out: [Scenario] = []
    for source in sources.isEmpty ? library.ids() : sources {
      let scenario = try library.load(source).scenario
      if scenario.attack != nil {
        out.append(scenario)
      } else if !sources.isEmpty {
        throw Failure("\(scenario.id) is no attack; `authscope list` marks those that are")
      }
    }
    return out
  }

  /// A row for each attack, in the order given, on all cores.
  private static func rows(of scenarios: [Scenario]) -> [MatrixRow] {
    let rows = Mutex<[MatrixRow?]>(Array(repeating: nil, count: scenarios.count))
    DispatchQueue.concurrentPerform(iterations: scenarios.count) { index in
      let row = AttackMatrix.row(of: scenarios[index]) { count, work in
        // A long row would keep one core busy when the others are done.
        DispatchQueue.concurrentPerform(iterations: count, execute: work)
      }
      rows.withLock { $0[index] = row }
    }
    return rows.withLock { $0.compactMap(\.self) }
  }
}
