import Simulation

/// A step of which no text was true in a run; only who plays the variants can find it.
package struct Unexplained: Hashable, Sendable {
  /// Nil for the scenario as it stands.
  package let variant: String?
  package let step: String

  package init(variant: String?, step: String) {
    self.variant = variant
    self.step = step
  }

  /// Warnings at the places of the steps, for `check`.
  package static func diagnostics(
    _ found: [Unexplained], in scenario: Scenario, bytes: [UInt8], file name: String
  ) -> [Diagnostic] {
    let file = SourceFile(name: name, bytes: bytes)
    let report = Report()
    for it in found {
      let place = scenario.allSteps.first { $0.id == it.step }?.place
      let start = place.map { file.offset(line: $0.line, column: $0.column) } ?? 0
      report.say(.unexplained(it.step, variant: it.variant), start..<start + 1, in: file)
    }
    return report.sorted(in: file)
  }
}
