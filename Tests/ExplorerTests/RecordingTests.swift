import CellUI
import Simulation
import Testing
import Trace

@testable import Explorer

/// Runs that came out of a file.
@Suite struct `Opening a file` {
  private static let id = "session/logout-revocation"

  private func saved(_ recording: Recording? = nil) throws -> OpenedRun {
    let scenario = try Stage.scenario(Lessons.logout)
    var bare = Scenario()
    bare.id = scenario.id
    bare.title = "monday.har"
    return OpenedRun(
      path: "monday", scenario: recording == nil ? scenario : bare,
      request: RunRequest(scenario: scenario.id, variant: scenario.opens),
      trace: Simulation.play(scenario, RunInputs(variant: scenario.opens)), recording: recording,
      damage: recording == nil ? "line 7 is damaged" : nil)
  }

  private static let archive = Recording(
    origin: "a HAR file of Firefox", headline: "The state never came back.",
    details: ["It was sent in entry 4."],
    findings: [
      .init(
        kind: .error, id: "K7-state", title: "State is not checked", detail: "Compare it.",
        records: [3, 4]),
      .init(kind: .missing, id: "", title: "The back channel", detail: "Look at the server."),
    ])

  private func stage(_ run: OpenedRun) throws -> Stage {
    var stage = try Stage(opened: ["monday": run])
    stage.press(":")
    stage.type("open-file")
    stage.press("Enter")
    stage.type("monday")
    stage.press("Enter")
    return stage
  }

  @Test func `a saved run opens as it was, says what is damaged, and can be played again`() throws {
    var stage = try stage(try saved())
    #expect(stage.text.contains("line 7 is damaged"))
    #expect(stage.text.contains("monday"))
    #expect(stage.loop.state.title == "authscope: monday")
    stage.press("5", "Space")
    #expect(stage.run?.branches.count == 2)
    #expect(stage.text.contains("what-if#1"))
  }

  @Test func `what was recorded elsewhere is looked at, not played again`() throws {
    var stage = try stage(try saved(Self.archive))
    #expect(stage.loop.state.title.hasSuffix("(stays on this machine, not saved)"))
    stage.press("5")
    for words in ["The state never came back.", "State is not checked", "  at "] {
      #expect(stage.text.contains(words), "\(words)")
    }
    stage.press("j", "Enter")
    let run = try #require(stage.run)
    #expect(run.position == run.model.moment(ofRecord: 3) && run.position > 0)
    for key in ["Space", "e", "o", "s"] {
      stage.press("5", key)
      #expect(
        stage.text.contains("This is a HAR file of Firefox: it can be looked at"), "\(key)")
    }
    #expect(stage.run?.branches.count == 1)
  }

  @Test func `walking a file to its end is no progress in the course`() throws {
    var stage = try stage(try saved(Self.archive))
    stage.press("G")
    for _ in 0..<80 where stage.run?.walk.atEnd != true { stage.press("l") }
    #expect(stage.run?.walk.atEnd == true)
    #expect(stage.text.contains("The recording ends here.") || stage.text.contains("attack"))
    #expect(stage.outbox.saved.isEmpty)
  }

  @Test func `a branch of a file is exported from what is in sight`() throws {
    var stage = try stage(try saved(Self.archive))
    stage.press("E", "Enter", "Enter")
    #expect(stage.outbox.kept.count == 1)
  }

  @Test func `a file that is not there is said, and where one was stays`() throws {
    var stage = try Stage()
    stage.press(":")
    stage.type("open-file")
    stage.press("Enter")
    stage.type("nowhere")
    stage.press("Enter")
    #expect(stage.text.contains("There is no file nowhere."))
    #expect(stage.loop.state.reading == nil)
    #expect(!stage.loop.isWorking)
  }

  @Test func `a large file shows how far it is, and Esc stops it`() throws {
    var state = try Stage().loop.state
    #expect(state.open(file: "big.har") == [.open("big.har")])
    _ = update(&state, .opening(.progress(34)))
    #expect(state.notice == "Reading big.har: 34 %. Esc stops.")
    #expect(update(&state, .input(.key(KeyPress(.esc)))) == [.stopOpening])
    #expect(state.notice == "big.har was not opened.")
    _ = update(&state, .opening(.opened(.run(try saved()))))
    #expect(state.run == nil)
  }
}

@Suite struct `Hiding secrets` {
  @Test func `names stand in the place of values until one asks for these`() throws {
    var stage = try Stage(Size(width: 120, height: 40))
    stage.loop.open("session/logout-revocation")
    stage.press("l")
    let trace = try #require(stage.run).model.trace
    let sid = try #require(trace.secrets.first { $0.kind == .sid })
    let start = String(sid.value.prefix(10))
    #expect(stage.text.contains(start))
    stage.press(":")
    stage.type("mask")
    stage.press("Enter")
    #expect(!stage.text.contains(start) && stage.text.contains("{sid#1}"))
    #expect(stage.run?.position == 1)
    stage.press("5", "Space")
    #expect(!stage.text.contains(start), "a what-if hides them too")
    stage.press("u", ":")
    stage.type("mask")
    stage.press("Enter")
    #expect(stage.text.contains(start))
  }
}
