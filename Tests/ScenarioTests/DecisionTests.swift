import Guide
import ScenarioFiles
import Simulation
import Testing

@Suite struct `The decision tree` {
  /// Every way from the root to a leaf.
  private static func paths(from path: DecisionPath = DecisionPath()) -> [DecisionPath] {
    guard let question = path.question else { return [path] }
    return question.answers.flatMap { answer in
      var next = path
      return next.answer(answer.word) ? paths(from: next) : []
    }
  }

  @Test func `leads from every answer to advice, within four questions`() {
    let paths = Self.paths()
    #expect(paths.count >= DecisionTree.advices.count)
    #expect(paths.allSatisfy { $0.advice != nil && $0.choices.count <= 4 })
  }

  @Test func `has no question and no advice that nobody reaches`() {
    let paths = Self.paths()
    let asked = Set(paths.flatMap { $0.choices.map(\.question.id) })
    #expect(asked == Set(DecisionTree.questions.map(\.id)))
    #expect(Set(paths.compactMap(\.advice?.id)) == Set(DecisionTree.advices.map(\.id)))
  }

  @Test func `rests on all five claims of the decision`() {
    let claims = Set(DecisionTree.advices.flatMap(\.claims))
    #expect(claims.isSuperset(of: ["D1", "D2", "D3", "D4", "D5"]))
  }

  @Test(arguments: DecisionTree.advices)
  func `shows each advice in a scenario that bears one of its claims`(advice: Advice) throws {
    let scenario = try #require(
      Library.scenarios.first { $0.id == advice.scenario }, "\(advice.id)")
    #expect(advice.claims.allSatisfy { Claims.claim($0) != nil })
    #expect(!Set(advice.claims).isDisjoint(with: scenario.shows), "\(advice.id)")
  }

  @Test func `takes an answer back, and no answer that there is not`() {
    var path = DecisionPath()
    let none = path.answer("yes")
    let some = path.answer("here")
    #expect(!none && some)
    #expect(path.question?.id == "callers")
    let once = path.back()
    let twice = path.back()
    #expect(once && !twice)
    #expect(path.question?.id == DecisionTree.root)
  }
}

@Suite struct `Mistakes and checklist` {
  @Test func `are those of the guide, in its order`() {
    #expect(GuideRows.mistakes.map(\.claim.id) == (1...5).map { "M\($0)" })
    #expect(GuideRows.checklist.map(\.claim.id) == (1...7).map { "K\($0)" })
  }

  @Test(arguments: GuideRows.mistakes + GuideRows.checklist)
  func `are each shown by a scenario that bears the claim`(row: GuideRow) throws {
    let scenario = try #require(
      Library.scenarios.first { $0.id == row.scenario }, "\(row.claim.id)")
    #expect(scenario.shows.contains(row.claim.id), "\(row.claim.id) by \(row.scenario)")
  }
}
