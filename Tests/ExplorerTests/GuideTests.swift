import CellUI
import Guide
import Simulation
import Testing

@testable import Explorer

@Suite struct GuideTests {
  private func stage(
    _ size: Size = Size(width: 120, height: 40), glyphs: Glyphs = .unicode
  ) throws -> Stage {
    var stage = try Stage(size, glyphs: glyphs)
    stage.press("d")
    return stage
  }

  private func guide(_ stage: Stage) -> GuideState { stage.loop.state.guide }

  @Test func `asks where the accounts are, and tells what each answer leads to`() throws {
    var stage = try stage()
    #expect(stage.text.contains("Where do the people who sign in have their account?"))
    #expect(stage.text.contains("Then: Who talks to your server?"))
    stage.press("j", "j")
    #expect(stage.text.contains("Then: OAuth 2.0: authorization code with PKCE"))
  }

  @Test func `a mobile app is advised within ten keys from the library`() throws {
    var stage = try Stage()
    let keys = ["d", "Enter", "j", "j", "Enter", "Enter", "Enter"]
    for key in keys { stage.press(key) }
    #expect(guide(stage).path.advice?.id == "api")
    #expect(stage.text.contains("JWTs, short-lived, with refresh tokens that rotate"))
    #expect(stage.text.contains("The price"))
  }

  @Test func `an answer can be taken back, and stands where it stood`() throws {
    var stage = try stage()
    stage.press("j", "Enter", "h")
    #expect(guide(stage).path.choices.isEmpty)
    #expect(guide(stage).row == 1)
    stage.press("h")
    #expect(stage.text.contains("This is the first question."))
  }

  @Test func `advice ends in the scenario that shows it`() throws {
    var stage = try stage()
    stage.press("Enter", "Enter", "Enter")
    // The stage has no such file: what was asked for is told.
    #expect(stage.text.contains("There is no combined/decision-server-rendered."))
  }

  @Test func `figures are measured when they are looked at, and again when the load changes`()
    throws
  {
    var stage = try stage()
    #expect(guide(stage).costs == nil)
    stage.press("2")
    #expect(guide(stage).costs?.count == Mechanism.allCases.count)
    #expect(stage.text.contains("requests to sign in, each"))
    let before = guide(stage).costs
    stage.press("h")
    #expect(guide(stage).load.users == 5)
    #expect(guide(stage).costs != before)
    #expect(guide(stage).costs?.first?.load == guide(stage).load)
  }

  @Test func `a load never grows beyond what is measured at once`() {
    var guide = GuideState()
    guide.page = .compare
    var steps = 0
    for row in [0, 1] {
      guide.select(row)
      while guide.adjust(by: 1) { steps += 1 }
      #expect(guide.load.allPages <= GuideState.mostPages)
    }
    #expect(steps > 4)
    #expect(guide.load.pages == 100 && guide.load.users == 10)
    while guide.adjust(by: -1) {}
    #expect(guide.load.pages == 1)
  }

  @Test func `mistakes and checklist say why and what to do`() throws {
    var stage = try stage()
    stage.press("3")
    #expect(stage.text.contains("JWTs as sessions in an app with one server."))
    #expect(stage.text.contains("Do  A session with a cookie."))
    stage.press("4", "G")
    #expect(stage.text.contains("K7"))
    #expect(stage.text.contains("opens oauth/link-csrf"))
  }

  @Test func `words are found by their meaning`() throws {
    var stage = try stage()
    stage.press("/")
    stage.type("random value")
    stage.press("Enter")
    #expect(guide(stage).page == .words)
    #expect(!guide(stage).terms.isEmpty)
    #expect(guide(stage).terms.count < Glossary.all.count)
    stage.press("Esc")
    #expect(guide(stage).terms.count == Glossary.all.count)
  }

  @Test func `y copies the advice with the command that gives it`() throws {
    var stage = try stage()
    stage.press("y")
    #expect(stage.text.contains("There is no advice yet"))
    stage.press("Enter", "Enter", "y")
    #expect(
      stage.outbox.copied.last?.contains("authscope decide accounts=here callers=pages") == true)
    stage.press("2", "y")
    #expect(stage.outbox.copied.last?.hasPrefix("authscope compare --users 10") == true)
  }

  @Test func `the guide keeps its place, and leads back to where it was opened`() throws {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation", message: 3)
    stage.press(":")
    stage.type("mistakes")
    stage.press("Enter", "j", "q")
    #expect(stage.loop.state.screen == .run)
    stage.press(":")
    stage.type("guide")
    stage.press("Enter")
    #expect(guide(stage).page == .mistakes && guide(stage).row == 1)
  }

  @Test func `every page draws at every size, within its place`() throws {
    var stage = try stage()
    for width in [20, 40, 59, 80, 110, 140, 300] {
      for height in [5, 8, 10, 16, 24, 60, 100] {
        stage.resize(width, height)
        for key in ["1", "Enter", "Enter", "2", "G", "3", "G", "4", "k", "5", "G"] {
          stage.press(key)
          #expect(stage.frame.grid.size == Size(width: width, height: height))
        }
      }
    }
  }
}
