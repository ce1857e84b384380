import CellUI
import Ledger
import Simulation
import Testing
import Trace

@testable import Explorer

/// Attacks and defences, played while one looks on.
@Suite struct MatrixScreenTests {
  private static let course: CourseModel = {
    var course = Stage.course
    var fixation = LibraryEntry(id: "session/copied", title: "A copied cookie")
    fixation.hasAttack = true
    course.electives[0].entries.append(fixation)
    return course
  }()

  /// `jwt/alg-none` as an attack; `session/copied` declares none.
  private func stage(
    _ size: Size = Size(width: 120, height: 40), glyphs: Glyphs = .unicode
  ) throws -> Stage {
    try Stage(
      size, glyphs: glyphs, course: Self.course,
      lessons: ["jwt/alg-none": Lessons.forgery + Lessons.forgeryAttack])
  }

  private func matrix(_ stage: Stage) throws -> MatrixState {
    try #require(stage.loop.state.matrix)
  }

  private func played(
    _ id: String, _ size: Size = Size(width: 120, height: 40), glyphs: Glyphs = .unicode
  ) throws -> Stage {
    var stage = try stage(size, glyphs: glyphs)
    stage.loop.open(id)
    stage.press("M", "Enter")
    stage.loop.poll()
    return stage
  }

  @Test func `nothing is told of an attack before it was played once`() throws {
    var stage = try stage()
    stage.loop.open("session/logout-revocation")
    stage.press("M")
    #expect(try matrix(stage).selected?.id == "session/logout-revocation")
    #expect(try matrix(stage).row == nil)
    #expect(stage.text.contains("0 of 3 played"))
    #expect(stage.text.contains("? not played yet"))
    #expect(!stage.text.contains("stops it alone"))
  }

  @Test func `Enter plays the attack, and names the smallest sets that stop it`() throws {
    let stage = try played("session/logout-revocation")
    let row = try #require(try matrix(stage).row)
    #expect(row.alone == ["revoke-on-logout"])
    #expect(stage.text.contains("revoke-on-logout stops it alone, and nothing else does."))
    #expect(stage.text.contains("only revoke-on-logout"))
    #expect(stage.text.contains("1 of 3 played, \(row.runs) runs"))
  }

  @Test func `n goes to the defences that matter, and every cell has a sign and words`() throws {
    var stage = try played("session/logout-revocation")
    let row = try #require(try matrix(stage).row)
    stage.press("n", "n")
    #expect(try matrix(stage).selectedColumn == .defence("revoke-on-logout"))
    #expect(stage.text.contains("revoke-on-logout: alone enough, and no other is."))
    stage.press("l")
    #expect(stage.text.contains("http-only: no effect alone."))
    stage.press("v", "h")
    #expect(
      stage.text.contains(
        row.missed.contains("revoke-on-logout")
          ? "revoke-on-logout: without it the attack works."
          : "revoke-on-logout: without it others stop the attack."))
    for _ in 0..<80 { stage.press("n") }
    #expect(stage.text.contains("No further defence does anything to this attack."))
    let signs = MatrixMark.legend(.alone).map(\.sign)
    #expect(Set(signs).count == signs.count)
  }

  @Test func `a cell opens the run that proves it, and q comes back`() throws {
    for (keys, verdict, words) in [
      (["g"], RunVerdict.attackWorked, "every defence off"),
      (["l"], .secure, "every defence on"),
      (["l", "l"], .secure, "only revoke-on-logout on"),
      (["l", "l", "l"], .attackWorked, "only http-only on"),
    ] {
      var stage = try played("jwt/alg-none")
      stage.press("q", "q", "M")
      stage.press("k", "k")
      #expect(try matrix(stage).selected?.id == "session/logout-revocation")
      stage.press("Enter")
      stage.loop.poll()
      for key in keys where key != "g" { stage.press(key) }
      stage.press("Enter")
      let run = try #require(stage.run)
      #expect(stage.loop.state.screen == .run)
      #expect(run.scenario.id == "session/logout-revocation")
      #expect(run.model.trace.verdict == verdict, "\(words)")
      #expect(stage.text.contains(words), "\(words)\n\(stage.text)")
      stage.press("q")
      #expect(stage.loop.state.screen == .matrix)
      stage.press("q")
      #expect(stage.loop.state.screen == .library)
    }
  }

  @Test func `a cell of the run that is open is a branch beside it; the walk is kept`() throws {
    var stage = try stage()
    stage.loop.open("session/logout-revocation", message: 4)
    stage.press("M", "Enter")
    stage.loop.poll()
    stage.press("l", "l", "Enter")
    #expect(stage.run?.branches.count == 2)
    #expect(stage.run?.branch.change == "only revoke-on-logout on")
    stage.press("q", "Enter")
    #expect(stage.run?.branches.count == 2)
    stage.press("M", "q", "q")
    #expect(stage.loop.state.screen != .run || stage.run != nil)
  }

  @Test func `all attacks are played one by one while keys go on; Esc stops the rest`() throws {
    var stage = try stage()
    stage.press("M", "a")
    #expect(stage.loop.isWorking)
    #expect(stage.text.contains("0 of 3 done"))
    stage.loop.poll()
    #expect(try matrix(stage).rows.count == 1)
    #expect(stage.text.contains("1 of 3 done") && stage.text.contains("Esc stops"))
    stage.press("j", "l")
    #expect(stage.loop.isWorking)
    stage.press("Esc")
    #expect(!stage.loop.isWorking)
    #expect(stage.text.contains("Stopped. What has been played stays"))
    stage.loop.poll()
    #expect(try matrix(stage).rows.count == 1)
    stage.press("a")
    while stage.loop.isWorking { stage.loop.poll() }
    #expect(try matrix(stage).rows.count == 2)
    #expect(try matrix(stage).failures["session/copied"] != nil)
    #expect(stage.text.contains("All played"))
    stage.press("a")
    #expect(stage.text.contains("Every attack has been played."))
    stage.press("Esc")
    #expect(stage.loop.state.screen == .library)
  }

  @Test func `what comes while one is elsewhere is kept`() throws {
    var stage = try stage()
    stage.press("M", "a", "q")
    #expect(stage.loop.state.screen == .library && stage.loop.isWorking)
    #expect(stage.text.contains("goes on playing"))
    while stage.loop.isWorking { stage.loop.poll() }
    stage.press("M")
    #expect(try matrix(stage).rows.count == 2)
  }

  @Test func `y copies what is known, and plain lines say the same`() throws {
    var stage = try played("session/logout-revocation")
    stage.press("y")
    let copied = try #require(stage.outbox.copied.last)
    #expect(copied.contains("revoke-on-logout stops it alone"))
    let row = try #require(try matrix(stage).row)
    let lines = PlainMatrix([row]).lines()
    #expect(lines.first == "1. session/logout-revocation: \(row.title)")
    #expect(
      lines.contains(
        "   revoke-on-logout: alone enough, and no other is."
          + (row.missed.isEmpty ? "" : " And without it the attack works.")))
  }

  @Test func `every defence belongs to a family, and every family begins where it says`() {
    let families = DefenceFamily.all
    #expect(families.first?.columns.lowerBound == MatrixColumn.worlds)
    #expect(families.last?.columns.upperBound == MatrixColumn.all.count)
    for (one, next) in zip(families, families.dropFirst()) {
      #expect(one.columns.upperBound == next.columns.lowerBound && !one.columns.isEmpty)
    }
  }

  @Test(arguments: ScreenTests.settings) func `the matrix before anything was played`(
    _ setting: ScreenTests.Setting
  ) throws {
    var stage = try stage(setting.size, glyphs: setting.glyphs)
    stage.press("M", "j")
    try Snapshot.expect(Snapshot.text(stage.frame), "matrix-start-\(setting.name)")
  }

  @Test(arguments: ScreenTests.settings) func `the matrix while it is played`(
    _ setting: ScreenTests.Setting
  ) throws {
    var stage = try stage(setting.size, glyphs: setting.glyphs)
    stage.press("M", "a")
    stage.loop.poll()
    try Snapshot.expect(Snapshot.text(stage.frame), "matrix-working-\(setting.name)")
  }

  @Test(arguments: ScreenTests.settings) func `a cell of the matrix in words`(
    _ setting: ScreenTests.Setting
  ) throws {
    var stage = try played("session/logout-revocation", setting.size, glyphs: setting.glyphs)
    stage.press("n", "n")
    try Snapshot.expect(Snapshot.text(stage.frame), "matrix-cell-\(setting.name)")
  }
}

/// Finding, filtering and cancelling in the matrix.
@Suite struct MatrixFindTests {
  private func stage() throws -> Stage {
    var course = Stage.course
    var copied = LibraryEntry(id: "session/copied", title: "A copied cookie")
    copied.hasAttack = true
    course.electives[0].entries.append(copied)
    var stage = try Stage(
      course: course, lessons: ["jwt/alg-none": Lessons.forgery + Lessons.forgeryAttack])
    stage.press("M")
    return stage
  }

  private func matrix(_ stage: Stage) throws -> MatrixState {
    try #require(stage.loop.state.matrix)
  }

  @Test func `an attack and a defence are found by a part of their names`() throws {
    var stage = try stage()
    stage.press("/")
    stage.type("alg-n")
    stage.press("Enter")
    #expect(try matrix(stage).selected?.id == "jwt/alg-none")
    stage.press("/")
    stage.type("pin-alg")
    stage.press("Enter")
    #expect(try matrix(stage).selectedColumn.name == "pin-algorithm")
    stage.press("/")
    stage.type("no such thing")
    #expect(stage.text.contains("No attack and no defence is called so."))
    stage.press("Esc")
    #expect(stage.loop.state.overlay == nil)
  }

  @Test func `f shows one family after the other, and all again`() throws {
    var stage = try stage()
    stage.press("f")
    #expect(try matrix(stage).family == "session")
    #expect(stage.text.contains("2 attacks"))
    #expect(stage.text.contains("Sessions alone"))
    stage.press("G")
    #expect(try matrix(stage).selected?.family == "session")
    stage.press("f")
    #expect(try matrix(stage).selected?.id == "jwt/alg-none")
    stage.press("f")
    #expect(try matrix(stage).family == nil)
    stage.press("g", "f", "/")
    stage.type("alg-none")
    stage.press("Enter")
    #expect(try matrix(stage).family == nil)
    #expect(try matrix(stage).selected?.id == "jwt/alg-none")
  }

  @Test func `x takes one attack out of those that are played, the others go on`() throws {
    var stage = try stage()
    stage.press("x")
    #expect(stage.text.contains("This attack is not being played."))
    stage.press("a", "g", "x")
    let first = try #require(try matrix(stage).selected?.id)
    #expect(try !matrix(stage).isAsked(first))
    #expect(try matrix(stage).isWorking)
    while stage.loop.isWorking { stage.loop.poll() }
    #expect(try matrix(stage).rows[first] == nil)
    #expect(try matrix(stage).rows["jwt/alg-none"] != nil)
  }
}
