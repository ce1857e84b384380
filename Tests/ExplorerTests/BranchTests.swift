import CellUI
import Simulation
import Testing

@testable import Explorer

/// Branches: listed, named, switched between, kept; exports listed.
@Suite struct BranchTests {
  /// A what-if beside the first run.
  private func stage() throws -> Stage {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation", message: 4)
    stage.press("5", "Space")
    return stage
  }

  @Test func `the list shows what was changed, and where the first message differs`() throws {
    var stage = try stage()
    stage.press("b")
    #expect(stage.text.contains("revoke-on-logout on from the start"))
    #expect(stage.text.contains("differs from message 5 on"))
    #expect(stage.text.contains("not run yet"))
    stage.press("k", "Enter")
    #expect(stage.run?.branch.name == "cookie-only-logout")
    #expect(stage.text.contains("This is cookie-only-logout."))
  }

  @Test func `a branch is named, and its name is used`() throws {
    var stage = try stage()
    stage.press("b", "n", "Ctrl-U")
    stage.type("mended, I hope")
    stage.press("Enter")
    #expect(stage.run?.branch.name == "mended, I hope")
    stage.press("v")
    #expect(stage.text.contains("Keep as the variant mended-i-hope"))
    #expect(stage.text.contains("logout-revocation-mended-i-hope.yaml"))
    stage.press("Esc")
    #expect(stage.text.contains("Nothing was written."))
    #expect(stage.outbox.kept.isEmpty)
  }

  @Test func `a branch is kept as a variant or as a run, by its path`() throws {
    var stage = try stage()
    stage.press("b", "v", "Enter")
    #expect(stage.outbox.kept.map(\.form) == [.variant("what-if-1")])
    #expect(stage.outbox.kept.first?.path == "logout-revocation-what-if-1.yaml")
    #expect(stage.text.contains("Kept in logout-revocation-what-if-1.yaml."))
    stage.press("b", "s", "Ctrl-U")
    stage.type("taken")
    stage.press("Enter")
    #expect(stage.text.contains("taken is there already."))
    #expect(stage.outbox.kept.count == 1)
  }

  @Test func `what no variant can hold says so, and what to do`() throws {
    var stage = try stage()
    stage.press("1", "e", "d", "Enter", "b", "v")
    #expect(stage.text.contains("A variant only changes settings from the start; save the run"))
    stage.press("Esc", "b", "g", "v")
    #expect(stage.text.contains("Nothing was changed here"))
    stage.press("G", "s")
    #expect(stage.text.contains("This world has not been run yet: Enter runs it."))
    #expect(stage.outbox.kept.isEmpty)
  }

  @Test func `exports are listed as the host registers them, and written by their path`() throws {
    var stage = try stage()
    stage.press("E")
    #expect(stage.text.contains("a page to read"))
    stage.press("j", "Enter")
    #expect(stage.text.contains("logout-revocation-what-if-1.html"))
    stage.press("Enter")
    #expect(stage.outbox.kept.map(\.form) == [.export("html")])
    #expect(stage.outbox.kept.first?.run == stage.run?.branch.request)
  }

  @Test func `without exports, E says so`() {
    var state = ExplorerState(
      course: Stage.course, progress: Progress(tourSeen: true), size: Size(width: 80, height: 24))
    #expect(state.exports.isEmpty)
    state.screen = .run
    _ = update(&state, .input(.key(KeyPress("E"))))
    #expect(state.overlay == nil)
  }

  @Test func `undo of a fork of a fork leaves the others as they are`() throws {
    var stage = try stage()
    stage.press("1", "e", "t", "Enter", "b")
    #expect(stage.run?.branches.map(\.parent) == [nil, 0, 1])
    stage.press("Esc", "u")
    #expect(stage.run?.branches.map(\.parent) == [nil, 0])
    #expect(stage.run?.branch.name == "what-if#1")
  }

  @Test func `a branch is deleted by x and y, not by x and another key`() throws {
    var stage = try stage()
    stage.press("b", "x")
    #expect(stage.text.contains("Delete this branch? y deletes it."))
    stage.press("n")
    #expect(stage.text.contains("Nothing was deleted."))
    #expect(stage.run?.branches.count == 2)
    stage.press("x", "y")
    #expect(stage.text.contains("what-if#1 is deleted. This is cookie-only-logout."))
    #expect(stage.run?.branches.count == 1)
    stage.press("g", "x", "y")
    #expect(stage.text.contains("This is the only run there is."))
    stage.press("G", "x")
    #expect(stage.text.contains("This world has not been run yet"))
  }

  @Test
  func `what was forked from a deleted branch hangs on its parent, a world with what-ifs stays`()
    throws
  {
    var stage = try stage()
    stage.press("j", "Space", "b", "g", "x", "y")
    #expect(stage.text.contains("What-ifs hang on cookie-only-logout"))
    stage.press("j", "x", "y", "Esc")
    #expect(stage.run?.branches.map(\.name) == ["cookie-only-logout", "what-if#2"])
    #expect(stage.run?.branches.map(\.parent) == [nil, 0])
    #expect(stage.run?.branch.name == "what-if#2")
  }
}
