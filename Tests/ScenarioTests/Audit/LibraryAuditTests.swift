import Foundation
import Guide
import Simulation
import Testing
import Trace

@Suite struct `The audit of the library` {
  private static func ids(_ scenario: Scenario, _ variant: String?) -> [String] {
    let trace = play(scenario, RunInputs(variant: variant))
    return Audit.judge(trace).filter(\.isFound).map(\.rule.id).sorted()
  }

  @Test(arguments: Library.scenarios)
  func `finds in each world what is declared, and nothing else`(scenario: Scenario) {
    for world in Declared.worlds(of: scenario) {
      let declared = Declared.found[world.name]
      #expect(Self.ids(scenario, world.variant) == declared, "\(world.name)")
    }
  }

  /// Writes the table; what it writes has to be read, world by world, before it is believed.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["AUTHSCOPE_RECORD"] != nil))
  func `is written down on request`() throws {
    let head = try String(contentsOf: Declared.file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("//") }
    var lines = head.map(String.init)
    for scenario in Library.scenarios {
      lines.append("")
      for world in Declared.worlds(of: scenario) {
        let found = Self.ids(scenario, world.variant)
        lines.append(([world.name + ":"] + found).joined(separator: " "))
      }
    }
    try (lines.joined(separator: "\n") + "\n").write(
      to: Declared.file, atomically: true, encoding: .utf8)
    Issue.record("the table was written anew: read it")
  }
}
