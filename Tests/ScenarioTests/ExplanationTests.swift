import Simulation
import Testing
import Trace

@Test(arguments: Library.ids)
func `every explained step has a true text in every variant`(id: String) throws {
  let scenario = try Library.scenario(id)
  for world in scenario.worlds {
    let trace = play(scenario, RunInputs(variant: world))
    for step in scenario.allSteps {
      guard let index = trace.lastStep(named: step.id) else { continue }
      let said = trace.reports[index].explanation
      let place = "\(scenario.words(world)), \(step.id)"
      if !step.explain.isEmpty {
        #expect(
          said.first.map { !$0.isEmpty && !$0.hasPrefix("It went another way") } == true, "\(place)"
        )
      }
      if !step.how.isEmpty { #expect(said.last?.isEmpty == false, "how of \(place)") }
    }
  }
}

@Test(arguments: Library.ids)
func `every text is said in some variant, and never two at once`(id: String) throws {
  let scenario = try Library.scenario(id)
  let traces = scenario.worlds.map { ($0, play(scenario, RunInputs(variant: $0))) }
  for step in scenario.allSteps {
    for list in [step.explain, step.how] where !list.isEmpty {
      var heard: Set<String> = []
      for (world, trace) in traces {
        guard let index = trace.lastStep(named: step.id) else { continue }
        let all = trace.reports[index].explanation.joined(separator: " ")
        let said = list.map(\.text).filter { all.contains($0) }
        #expect(said.count <= 1, "\(scenario.words(world)), \(step.id)")
        heard.formUnion(said)
      }
      let silent = list.map(\.text).filter { !heard.contains($0) }
      #expect(silent == [], "\(id), \(step.id)")
    }
  }
}

@Test(arguments: Library.ids)
func `a question's answer is among its choices in every variant`(id: String) throws {
  let scenario = try Library.scenario(id)
  for world in scenario.worlds {
    for report in play(scenario, RunInputs(variant: world)).reports {
      guard let question = report.question else { continue }
      #expect(question.choices.map(\.code).contains(question.answer), "\(scenario.words(world))")
      #expect((1...3).contains(question.hints.count), "\(id)")
    }
  }
}
