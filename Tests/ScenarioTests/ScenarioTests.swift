import Ledger
import ScenarioFiles
import Simulation
import Testing
import Trace

@Test func `every file is read without a word of complaint`() {
  #expect(!Library.paths.isEmpty)
  for (path, reading) in Library.readings {
    let said = reading.diagnostics.map { "\($0.line):\($0.column) \($0.message)" }
    #expect(said == [], "\(path)")
  }
}

@Test func `a scenario's id is its path`() {
  #expect(Library.ids.map { $0 + ".yaml" } == Library.paths)
}

@Test(arguments: Library.ids)
func `every expectation holds in every variant`(id: String) throws {
  let scenario = try Library.scenario(id)
  for world in scenario.worlds {
    let trace = play(scenario, RunInputs(variant: world))
    for (step, report) in zip(trace.steps, trace.reports) {
      for result in report.expectations where !result.holds {
        Issue.record("\(scenario.words(world)), \(step.id): \(result.text), is \(result.actual)")
      }
    }
  }
}

@Test(arguments: Library.ids)
func `the same inputs give the same run`(id: String) throws {
  let scenario = try Library.scenario(id)
  for world in scenario.worlds {
    let inputs = RunInputs(variant: world)
    let (first, second) = (play(scenario, inputs), play(scenario, inputs))
    #expect(TraceDifference(first, second).isEmpty, "\(scenario.words(world))")
    #expect(first.secrets.map(\.value) == second.secrets.map(\.value))
    #expect(first.reports == second.reports)
  }
}

@Test(arguments: Library.ids)
func `the lesson is the same with other secrets`(id: String) throws {
  let scenario = try Library.scenario(id)
  for world in scenario.worlds {
    let trace = play(scenario, RunInputs(variant: world, seed: scenario.seed + 1000))
    let failed = trace.reports.flatMap(\.expectations).filter { !$0.holds }.map(\.text)
    #expect(failed == [], "\(scenario.words(world))")
  }
}

@Test(arguments: Library.ids)
func `nothing is said to the reader that a change could not be applied`(id: String) throws {
  let scenario = try Library.scenario(id)
  for world in scenario.worlds {
    let trace = play(scenario, RunInputs(variant: world))
    let unapplied = trace.records.compactMap { record in
      if case .unapplied(let words) = record.event { words } else { nil }
    }
    #expect(unapplied == [], "\(scenario.words(world))")
  }
}
