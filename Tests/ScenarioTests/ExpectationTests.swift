import Simulation
import Testing
import Trace

@Test(arguments: Library.ids)
func `an expectation that says the contrary fails`(id: String) throws {
  let scenario = try Library.scenario(id)
  for world in scenario.worlds {
    let trace = play(scenario, RunInputs(variant: world))
    for step in scenario.allSteps {
      guard let index = trace.lastStep(named: step.id) else { continue }
      for expectation in scenario.expectations(of: step, in: world) {
        let contrary = expectation.contrary
        let place = "\(scenario.words(world)), \(step.id): \(contrary.text)"
        #expect(!trace.judge(contrary, atStep: index).holds, "\(place)")
      }
    }
  }
}
