import Ledger
import Simulation
import Testing
import Trace

/// Every check that a run can be without.
private let checks: [CheckID] = Set(CheckCatalogue.all.filter { !$0.isGate }.map(\.info.id))
  .sorted()

/// Checks that no scenario can make fail, and why; their rows are looked for all the same.
private let neverFailing: [CheckID: String] = [
  "key-strength": "every simulated server has a key of full length"
]

/// Checks that only a provider's changed answer can make fail, which no scenario can express.
private let ofForgedAnswers: [CheckID] = ["issued-at", "token-hash"]

/// The first expectation that fails when the check is left out.
private func noticed(_ check: CheckID, rowsToo: Bool) -> String? {
  for scenario in Library.scenarios {
    for world in scenario.worlds {
      let trace = play(scenario, RunInputs(variant: world, muted: check))
      for step in scenario.allSteps {
        guard let index = trace.lastStep(named: step.id) else { continue }
        let failed = scenario.expectations(of: step, in: world).first {
          (rowsToo || !$0.asks(for: check)) && !trace.judge($0, atStep: index).holds
        }
        if let failed { return "\(scenario.words(world)), \(step.id): \(failed.text)" }
      }
    }
  }
  return nil
}

@Test(arguments: checks.filter { neverFailing[$0] == nil && !ofForgedAnswers.contains($0) })
func `without the check a run goes another way, and some expectation notices`(check: CheckID) {
  #expect(noticed(check, rowsToo: false) != nil, "\(check.text) makes no difference")
}

@Test(arguments: neverFailing.keys.sorted())
func `a check that nothing can fail is at least seen to be made`(check: CheckID) {
  #expect(noticed(check, rowsToo: true) != nil, "\(check.text) is nowhere expected")
}
