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

/// Every world of every scenario, with the checks that refuse something there.
private let worlds: [(scenario: Scenario, world: String?, failing: Set<CheckID>)] =
  Library.scenarios.flatMap { scenario in
    scenario.worlds.map { world in
      (scenario, world, play(scenario, RunInputs(variant: world)).failingChecks)
    }
  }

/// The first expectation that fails when the check is left out; worlds where it refuses come first.
private func noticed(_ check: CheckID, rowsToo: Bool) -> String? {
  for refuses in [true, false] {
    for (scenario, world, failing) in worlds where failing.contains(check) == refuses {
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

extension Trace {
  fileprivate var failingChecks: Set<CheckID> {
    var out: Set<CheckID> = []
    for case .ledger(let ledger) in records.map(\.event) {
      for row in ledger.rows {
        if case .fail = row.outcome { out.insert(row.check.id) }
      }
    }
    return out
  }
}

@Test(arguments: checks.filter { neverFailing[$0] == nil && !ofForgedAnswers.contains($0) })
func `without the check a run goes another way, and some expectation notices`(check: CheckID) {
  #expect(noticed(check, rowsToo: false) != nil, "\(check.text) makes no difference")
}

@Test(arguments: neverFailing.keys.sorted())
func `a check that nothing can fail is at least seen to be made`(check: CheckID) {
  #expect(noticed(check, rowsToo: true) != nil, "\(check.text) is nowhere expected")
}
