import Ledger
import Simulation
import Testing
import Trace

private let all = Library.scenarios.filter { $0.attack != nil }.map(\.id)

/// Attacks that some defence stops; the others say so and are proved by `Ablation` alone.
private let attacks = Library.scenarios.filter { $0.attack?.residual == false }.map(\.id)

@Test(arguments: all)
func `an attack works from its baseline, and each named defence stops it`(id: String) throws {
  let scenario = try Library.scenario(id)
  let results = Ablation.prove(scenario)
  #expect(results.count >= (scenario.attack?.residual == true ? 2 : 3))
  for result in results { #expect(result.holds, "\(id): \(result.sentence)") }
}

@Test(arguments: attacks)
func `the check that stops an attack does not fail where the attack works`(id: String) throws {
  let scenario = try Library.scenario(id)
  let attack = try #require(scenario.attack)
  let baseline = play(scenario, RunInputs(variant: attack.baseline))
  for check in attack.stoppedBy.compactMap(\.check) {
    #expect(!baseline.hasFailure(of: check), "\(id): \(check.text)")
  }
}

@Test(arguments: attacks)
func `an attack lesson opens where the attack works`(id: String) throws {
  let scenario = try Library.scenario(id)
  #expect(scenario.opens == scenario.attack?.baseline)
}

@Test(arguments: attacks)
func `as it stands, the scenario is safe`(id: String) throws {
  #expect(play(try Library.scenario(id)).verdict == .secure)
}

@Test(arguments: Library.scenarios.filter { $0.challenge != nil }.map(\.id))
func `a challenge is open in its world, and its solution reaches the goal`(id: String) throws {
  let scenario = try Library.scenario(id)
  let challenge = try #require(scenario.challenge)
  let trace = play(scenario, RunInputs(variant: challenge.from))
  #expect(trace.judge(challenge.goal, atStep: trace.steps.count - 1).holds)
  let names = scenario.allSteps.map(\.id)
  #expect(challenge.solution.allSatisfy(names.contains))
  // Where the defences stand, the goal is out of reach.
  let safe = play(scenario)
  #expect(!safe.judge(challenge.goal, atStep: safe.steps.count - 1).holds)
}

@Test(arguments: attacks)
func `with every defence that there is at its strictest, an attack fails`(id: String) throws {
  let scenario = try Library.scenario(id)
  let all = DefenceCatalogue.all.map { Setting.defence($0.id, level: $0.strictest) }
  let inputs = RunInputs(variant: scenario.attack?.baseline, settings: all)
  #expect(play(scenario, inputs).verdict == .secure)
}
