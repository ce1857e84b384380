import CellUI
import Simulation
import Testing
import Trace

@testable import Explorer

/// Challenges: what has to be reached and with how few switches is found by playing.
@Suite struct PuzzleTests {
  private static let attack = """
    attack: { baseline: token-decides, stopped-by: [{ defence: pin-algorithm }] }

    """

  private func stage(_ id: String = "session/logout-revocation") throws -> Stage {
    var stage = try Stage(lessons: ["jwt/alg-none": Lessons.forgery + Self.attack])
    stage.loop.open(id)
    return stage
  }

  private func standing(_ stage: Stage) -> PuzzlePlay.Standing? { stage.run?.puzzle?.standing }

  @Test func `m offers to mend and to break, each with its fewest switches`() throws {
    var stage = try stage()
    stage.press("m")
    #expect(stage.text.contains("Stop the attack with as few switches as you can."))
    #expect(stage.text.contains("Make the attack work again with as few switches as you can."))
    #expect(stage.text.contains("fewest 1"))
    #expect(stage.text.contains("not done yet"))
  }

  @Test func `a switch that does nothing leaves it unsolved, the right one solves it once`() throws
  {
    var stage = try stage()
    stage.press("m", "Enter")
    #expect(stage.text.contains("The attack still works."))
    let defences = try #require(stage.run?.model.trace.defences.map(\.id.text))
    let wrong = try #require(defences.firstIndex(of: "http-only"))
    let right = try #require(defences.firstIndex(of: "revoke-on-logout"))
    for _ in 0..<wrong { stage.press("j") }
    stage.press("Space")
    #expect(standing(stage) == .notYet)
    #expect(stage.outbox.saved.isEmpty)
    for _ in 0..<abs(right - wrong) { stage.press(right > wrong ? "j" : "k") }
    stage.press("Space")
    #expect(standing(stage) == .solved)
    #expect(stage.text.contains("Done with 2 switches. It can be done with 1"))
    #expect(stage.outbox.saved.last?.lessons["session/logout-revocation"]?.moves == ["mend": 2])
    stage.press("u", "u", "Space")
    #expect(stage.text.contains("Done with 1 switch. Nobody can do it with fewer."))
    #expect(stage.outbox.saved.last?.lessons["session/logout-revocation"]?.moves == ["mend": 1])
    let saves = stage.outbox.saved.count
    stage.press("u", "Space")
    #expect(stage.outbox.saved.count == saves)
    stage.press("m", "G", "Enter", "m")
    #expect(stage.text.contains("yours 1"))
  }

  @Test func `hints come one by one, and the solution gives no credit`() throws {
    var stage = try stage()
    stage.press("m", "Enter", "m", "Enter")
    #expect(stage.text.contains("Hint: It is decided at message 7"))
    stage.press("m")
    #expect(stage.text.contains("a hint (1 left)"))
    stage.press("Enter")
    #expect(stage.text.contains("One of the switches is for this: "))
    stage.press("m", "Enter")
    #expect(stage.text.contains("One way: revoke-on-logout on. No credit."))
    let defences = try #require(stage.run?.model.trace.defences.map(\.id.text))
    for _ in 0..<(defences.firstIndex(of: "revoke-on-logout") ?? 0) { stage.press("j") }
    stage.press("Space")
    #expect(standing(stage) == .solved)
    #expect(stage.outbox.saved.isEmpty)
  }

  @Test func `breaking it begins in the world that holds`() throws {
    var stage = try stage("jwt/alg-none")
    stage.press("m", "j", "Enter")
    #expect(stage.run?.branch.name == "main")
    #expect(stage.text.contains("It still holds."))
    stage.press("Space")
    #expect(standing(stage) == .solved)
    #expect(stage.outbox.saved.last?.lessons["jwt/alg-none"]?.moves["break"] == 1)
  }

  @Test func `other means than switches do not count, and another world is named`() throws {
    var stage = try stage()
    stage.press("m", "Enter", "1", "e", "d", "Enter")
    #expect(standing(stage) == .byOtherMeans)
    #expect(stage.text.contains("Only switches from the start count here"))
    stage.press("u")
    #expect(standing(stage) == .notYet)
    stage.press("b", "G", "Enter")
    #expect(stage.run?.branch.name == "main")
    #expect(standing(stage) == .elsewhere)
    #expect(stage.text.contains("This run is of another world. b goes back to"))
  }

  @Test func `a banned switch does not count`() throws {
    let scenario = try #require(LibraryWalkTests.scenarios.first { $0.id == "oauth/link-csrf" })
    let puzzles = Puzzle.all(of: scenario)
    let other = try #require(puzzles.first { $0.goal == .mend && $0.banned != nil })
    let banned = try #require(other.banned)
    let levels = DefenceCatalogue.defence(banned)?.levels ?? []
    let forbidden = levels.map { Setting.defence(banned, level: $0) }
    #expect(!levels.isEmpty)
    #expect(other.solutions.allSatisfy { set in !forbidden.contains { set.contains($0) } })
    let request = RunRequest(
      scenario: scenario.id, variant: other.variant,
      settings: [.defence(banned, level: DefenceCatalogue.defence(banned)?.strictest ?? "on")])
    let trace = Stage.play(scenario, request)
    let branch = Branch(
      name: "x", request: request, model: RunModel(trace), parent: nil, change: nil,
      difference: nil, furthest: 0)
    var play = PuzzlePlay(
      other, start: RunRequest(scenario: scenario.id, variant: other.variant), best: nil)
    play.judge(branch, of: scenario)
    #expect(play.standing == .touchesBanned(banned))
    #expect(play.best == nil)
  }

  @Test func `a lesson without anything to turn says why there is no challenge`() throws {
    var stage = try stage("jwt/alg-none")
    stage.press("m", "Esc")
    #expect(stage.loop.state.overlay == nil)
    let residual = try #require(
      LibraryWalkTests.scenarios.first { $0.attack?.residual == true })
    #expect(Puzzle.all(of: residual).allSatisfy { $0.goal == .undo })
  }

  @Test func `every attack of the library that can be stopped has a challenge, the exam too`() {
    for scenario in LibraryWalkTests.scenarios {
      let isExam = scenario.id == "combined/production"
      guard scenario.attack?.residual == false || isExam else { continue }
      let switches = Set(
        Stage.play(scenario, RunRequest(scenario: scenario.id, variant: scenario.opens))
          .defences.map(\.id))
      let stoppers = scenario.attack?.stoppedBy.map(\.defence) ?? []
      guard isExam || stoppers.contains(where: switches.contains) else {
        Issue.record("\(scenario.id): none of what stops it is a switch of the lesson")
        continue
      }
      let puzzles = Puzzle.all(of: scenario)
      #expect(puzzles.contains { $0.goal == .mend }, "\(scenario.id)")
      if isExam { #expect(puzzles.first?.fewest == 3) }
    }
  }
}
