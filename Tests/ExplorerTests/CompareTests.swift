import CellUI
import Simulation
import Testing
import Trace

@testable import Explorer

/// Two runs side by side.
@Suite struct CompareTests {
  /// Walks the lost run to its end and mends it: `what-if#1` is the current branch.
  private func mended(_ size: Size = Size(width: 100, height: 30)) throws -> Stage {
    var stage = try Stage(size)
    stage.loop.open("session/logout-revocation", message: 6)
    stage.press("Enter", "l", "l", "5", "Space")
    return stage
  }

  private func compare(_ stage: Stage) throws -> CompareState {
    try #require(stage.loop.state.compare)
  }

  @Test func `points of time are told as seen from the message, not as numbers`() throws {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation", message: 4)
    stage.press("5", "Space", "=", "n")
    #expect(stage.text.contains("created "))
    #expect(!stage.text.contains("17672"))
    let words = Wording(model: try #require(stage.run).model)
    let now = Int64(words.model.time(at: 0).seconds)
    #expect(
      words.timed("created \(now), until \(now + 60) x", at: 0) == "created now, until in 1m x")
  }

  @Test func `a what-if stands beside the run that it was made from, at the first difference`()
    throws
  {
    var stage = try mended()
    stage.press("=")
    let compare = try compare(stage)
    #expect(compare.left.name == "cookie-only-logout" && compare.right.name == "what-if#1")
    #expect(compare.row == compare.model.firstRow)
    #expect(stage.text.contains("First difference: 5, in store sessions: row sid#1"))
    #expect(stage.text.contains("kept here, deleted there"))
    #expect(stage.text.contains("the attack worked"))
    #expect(stage.text.contains("refused by session-known"))
    #expect(stage.text.contains("store writes"))
  }

  @Test func `n and N walk from difference to difference, and say where they end`() throws {
    var stage = try mended()
    stage.press("=")
    let places = try compare(stage).model.differing
    #expect(places.count >= 2)
    for place in places.dropFirst() {
      stage.press("n")
      #expect(try compare(stage).row == place)
    }
    stage.press("n")
    #expect(stage.text.contains("No further message differs."))
    for _ in places { stage.press("N") }
    #expect(try compare(stage).row == places.first)
    #expect(stage.text.contains("No earlier message differs."))
  }

  @Test func `every changed field of a message is shown for both runs`() throws {
    var stage = try mended(Size(width: 120, height: 40))
    stage.press("=", "G")
    for part in [
      "status: 200", "status: 303", "header Location: not there", "session-known: passed",
      "session-known: failed",
    ] { #expect(stage.text.contains(part), "\(part)") }
  }

  @Test func `Enter goes to the message in the chosen run, Esc back to where one was`() throws {
    var stage = try mended()
    let position = stage.run?.position
    stage.press("=", "Esc")
    #expect(stage.loop.state.screen == .run && stage.run?.position == position)
    #expect(stage.run?.branch.name == "what-if#1")
    stage.press("=", "Enter")
    #expect(stage.run?.branch.name == "cookie-only-logout" && stage.run?.position == 4)
    stage.press("=", "Tab", "Enter")
    #expect(stage.run?.branch.name == "what-if#1" && stage.run?.position == 4)
  }

  @Test func `a run without another branch asks what to compare with; a world is run for it`()
    throws
  {
    var stage = try Stage(Size(width: 100, height: 30))
    stage.loop.open("session/logout-revocation", message: 6)
    stage.press("Enter", "l", "l", "=")
    #expect(stage.text.contains("Compare cookie-only-logout with"))
    #expect(stage.text.contains("not run yet"))
    stage.press("Enter")
    let compare = try compare(stage)
    #expect(compare.left.name == "cookie-only-logout" && compare.right.name == "main")
    #expect(stage.run?.branch.name == "cookie-only-logout")
    #expect(stage.run?.branches.count == 2)
  }

  @Test func `what a question asks about stays hidden until it is answered or unveiled`() throws {
    var stage = try Stage(Size(width: 100, height: 30))
    stage.loop.open("session/logout-revocation")
    stage.press("l", "=", "Enter")
    #expect(try compare(stage).hasVeil)
    #expect(stage.text.contains("comes after the question"))
    #expect(!stage.text.contains("session-known") && !stage.text.contains("the attack worked"))
    stage.press("G", "Enter")
    #expect(stage.text.contains("A question waits before this message"))
    #expect(stage.loop.state.screen == .compare)
    stage.press(":")
    stage.type("unveil")
    stage.press("Enter")
    #expect(stage.text.contains("the attack worked"))
  }

  @Test func `runs that are alike say so in a sentence`() throws {
    let scenario = try Stage.scenario(Lessons.logout)
    let trace = Stage.play(
      scenario, RunRequest(scenario: scenario.id, variant: "cookie-only-logout"))
    var stage = try Stage(Size(width: 100, height: 30), runs: ["saved.run": trace])
    stage.loop.open("session/logout-revocation", message: 6)
    stage.press("Enter", "l", "l", "=", "G", "Enter")
    stage.paste("saved.run\n")
    stage.press("Enter")
    #expect(stage.text.contains(CompareModel.alike))
    stage.press("n")
    #expect(stage.text.contains("No further message differs."))
    stage.press("Tab", "Enter")
    #expect(stage.text.contains("B is not open on the run screen"))
    stage.press("Tab", "Enter")
    #expect(stage.loop.state.screen == .run)
  }

  @Test func `a run of another story, or one that is not there, is refused with the reason`()
    throws
  {
    let scenario = try Stage.scenario(Lessons.forgery)
    let trace = Stage.play(scenario, RunRequest(scenario: scenario.id))
    var trimmed = trace
    trimmed.steps = trace.steps.map {
      StepSpan(
        id: StepID("other-\($0.id.name)"), first: $0.first, time: $0.time, line: $0.line)
    }
    var stage = try Stage(Size(width: 100, height: 30), runs: ["other": trimmed])
    stage.loop.open("session/logout-revocation")
    for (name, words) in [("other", "has no step in common"), ("nowhere", "There is no run")] {
      stage.press("=", "G", "Enter")
      stage.type(name)
      stage.press("Enter")
      #expect(stage.text.contains(words), "\(name)")
      #expect(stage.loop.state.screen == .run)
    }
  }

  @Test func `y copies what differs, and the same stands in the plain lines`() throws {
    var stage = try mended()
    stage.press("=", "y")
    let copied = try #require(stage.outbox.copied.last)
    #expect(copied.contains("store: in store sessions: row sid#1 kept here, deleted there"))
    let plain = PlainCompare(try compare(stage)).lines().joined(separator: "\n")
    #expect(plain.contains("First difference: 5, in store sessions"))
    #expect(plain.contains("verdict: the attack worked | secure"))
    try Snapshot.expect(plain + "\n", "plain-compare")
  }

  @Test func `what differs has a sign beside its colour`() throws {
    var stage = try mended()
    stage.press("=")
    let compare = try compare(stage)
    let lines = stage.frame.grid.lines()
    for row in compare.model.differing {
      let number = compare.model.rows[row].left.map { "\($0 + 1)" } ?? ""
      #expect(lines.contains { $0.contains("*  \(number) ") }, "\(number)")
    }
  }

  @Test(arguments: ScreenTests.settings) func `two runs side by side`(
    _ setting: ScreenTests.Setting
  ) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("session/logout-revocation", message: 6)
    stage.press("Enter", "l", "l", "5", "Space", "=")
    try Snapshot.expect(Snapshot.text(stage.frame), "compare-store-\(setting.name)")
    stage.press("G", "Tab")
    try Snapshot.expect(Snapshot.text(stage.frame), "compare-answer-\(setting.name)")
  }

  @Test(arguments: ScreenTests.settings) func `what there is to compare with`(
    _ setting: ScreenTests.Setting
  ) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("session/logout-revocation")
    stage.press("=")
    try Snapshot.expect(Snapshot.text(stage.frame), "compare-choices-\(setting.name)")
    stage.press("Enter")
    try Snapshot.expect(Snapshot.text(stage.frame), "compare-veiled-\(setting.name)")
  }
}
