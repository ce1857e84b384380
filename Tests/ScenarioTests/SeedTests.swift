import Simulation
import Testing
import Trace

/// Whatever is drawn has a name that is the same in every run, so that two seeds differ in nothing
/// that a reader sees.
///
/// But for an attacker who guesses: with other numbers, another guess is the right one.
@Test(arguments: Library.ids.filter { $0 != "session/weak-ids" })
func `another seed makes other secrets and other numbers, and the same run`(id: String) throws {
  let scenario = try Library.scenario(id)
  for world in scenario.worlds {
    let here = play(scenario, RunInputs(variant: world))
    let there = play(scenario, RunInputs(variant: world, seed: scenario.seed + 1000))
    #expect(here.identifiers != there.identifiers || here.identifiers.isEmpty)
    let all = TraceDifference(here, there).all
    #expect(all.map(\.text) == [], "\(scenario.words(world))")
  }
}
