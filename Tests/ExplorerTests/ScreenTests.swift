import CellUI
import Testing

@testable import Explorer

/// Screens as files: text, roles and emphasis of every cell.
@Suite struct ScreenTests {
  struct Setting: CustomTestStringConvertible {
    let width: Int
    let height: Int
    let glyphs: Glyphs

    var name: String { "\(width)x\(height)\(glyphs == .ascii ? "-ascii" : "")" }
    var testDescription: String { name }
    var size: Size { Size(width: width, height: height) }
  }

  static let settings = [
    Setting(width: 80, height: 24, glyphs: .unicode),
    Setting(width: 80, height: 24, glyphs: .ascii),
    Setting(width: 100, height: 30, glyphs: .unicode),
    Setting(width: 120, height: 40, glyphs: .unicode),
    Setting(width: 120, height: 40, glyphs: .ascii),
    Setting(width: 200, height: 60, glyphs: .unicode),
    Setting(width: 50, height: 14, glyphs: .unicode),
    Setting(width: 40, height: 10, glyphs: .unicode),
    Setting(width: 20, height: 5, glyphs: .unicode),
  ]

  private func check(_ stage: Stage, _ name: String, _ setting: Setting) throws {
    try Snapshot.expect(Snapshot.text(stage.frame), "\(name)-\(setting.name)")
  }

  @Test(arguments: settings) func `the library`(_ setting: Setting) throws {
    var progress = Progress(tourSeen: true)
    progress.lessons["session/login", default: .init()].finished = true
    let stage = try Stage(setting.size, glyphs: setting.glyphs, progress: progress)
    try check(stage, "library", setting)
  }

  @Test(arguments: settings) func `a run before its first message`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("session/logout-revocation")
    try check(stage, "run-start", setting)
  }

  @Test(arguments: settings) func `a question`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("session/logout-revocation", message: 5)
    stage.press("l", "j")
    try check(stage, "run-question", setting)
  }

  @Test(arguments: settings) func `the end of a lost run`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("session/logout-revocation", message: 6)
    stage.press("Enter", "l", "l")
    try check(stage, "run-end", setting)
  }

  @Test(arguments: settings) func `a what-if beside the first run`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("session/logout-revocation", message: 6)
    stage.press("l", "l", "5", "Space")
    try check(stage, "run-what-if", setting)
  }

  @Test(arguments: settings) func `a forged token`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("jwt/alg-none", message: 6)
    stage.press("l", "l", "4")
    try check(stage, "run-token", setting)
  }

  @Test(arguments: settings) func `inside a server's checks`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("jwt/alg-none", message: 3)
    stage.press("Enter", "l", "l", "l")
    try check(stage, "run-checks", setting)
  }

  @Test(arguments: settings) func `the way back from a stolen cookie`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("session/logout-revocation", message: 6)
    stage.press("Enter", "2", "j", "j", "j", "w", "j")
    try check(stage, "run-why", setting)
  }

  @Test(arguments: settings) func `a value opened whole`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("jwt/alg-none", message: 3)
    stage.press("2", "j", "j", "j", "Enter")
    try check(stage, "run-whole", setting)
  }

  @Test(arguments: settings) func `a message changed before it is sent`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("jwt/alg-none", message: 3)
    stage.press("e", "n", "G", "k", "k", "k", "k", "k", "e", "Ctrl-U")
    stage.type("admin")
    try check(stage, "tamper-edit", setting)
    stage.press("Enter")
    try check(stage, "tamper", setting)
    stage.press("p")
    try check(stage, "tamper-presets", setting)
    stage.press("Esc", "Enter")
    try check(stage, "tamper-sent", setting)
  }

  @Test(arguments: settings) func `a request of one's own`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("session/logout-revocation", message: 6)
    stage.press("Enter", "o")
    try check(stage, "tamper-own", setting)
  }

  @Test(arguments: settings) func `places to run to, a search and a filter`(_ setting: Setting)
    throws
  {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("session/logout-revocation", message: 6)
    stage.press("Enter", "r")
    stage.type("s")
    try check(stage, "run-to", setting)
    stage.press("Esc", "/")
    stage.type("sid#1")
    try check(stage, "search", setting)
    stage.press("Enter", "n")
    try check(stage, "search-hits", setting)
    stage.press("Esc", "f")
    stage.type("mallory")
    try check(stage, "filter", setting)
  }

  @Test(arguments: settings) func `branches, a file for one, exports`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("session/logout-revocation", message: 4)
    stage.press("5", "Space", "b")
    try check(stage, "branches", setting)
    stage.press("v")
    try check(stage, "keep", setting)
    stage.press("Esc", "E")
    try check(stage, "exports", setting)
  }

  // The guide.

  @Test(arguments: settings) func `the guide's questions, advice and mistakes`(_ setting: Setting)
    throws
  {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.press("d", "Enter", "j", "j")
    try check(stage, "guide-question", setting)
    stage.press("Enter", "Enter", "Enter")
    try check(stage, "guide-advice", setting)
    stage.press("3", "j")
    try check(stage, "guide-mistakes", setting)
    stage.press("/")
    stage.type("cookie")
    try check(stage, "guide-words", setting)
  }

  // The token bench.

  private func bench(_ setting: Setting) throws -> Stage {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.paste(try BenchTests.token())
    return stage
  }

  @Test(arguments: settings) func `a pasted token`(_ setting: Setting) throws {
    try check(try bench(setting), "bench-pasted", setting)
  }

  @Test(arguments: settings) func `a verified token`(_ setting: Setting) throws {
    var stage = try bench(setting)
    stage.press("K", "2")
    stage.type(String(decoding: BenchTests.secret, as: UTF8.self))
    stage.press("Enter", "5", "G")
    try check(stage, "bench-verified", setting)
  }

  @Test(arguments: settings) func `a forged token on the bench`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("jwt/alg-none", message: 6)
    stage.press("l", "l", "t", "4", "g", "e")
    stage.type("HS256")
    stage.press("Enter", "3", "j", "j", "j")
    try check(stage, "bench-forged", setting)
  }

  @Test(arguments: settings) func `a claim that is edited where it stands`(_ setting: Setting)
    throws
  {
    var stage = try bench(setting)
    stage.press("3", "g", "j", "e", "Ctrl-U")
    stage.type("\"adm")
    try check(stage, "bench-edit", setting)
  }

  @Test(arguments: settings) func `the sample that never verifies`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.press(":")
    stage.type("sample-token")
    stage.press("Enter")
    try check(stage, "bench-sample", setting)
  }

  @Test(arguments: settings) func `the choice of a key, and a secret that is typed`(
    _ setting: Setting
  ) throws {
    var stage = try bench(setting)
    stage.press("K")
    try check(stage, "bench-key", setting)
    stage.press("j", "Enter")
    stage.type("open sesame")
    try check(stage, "bench-secret", setting)
  }

  @Test(arguments: settings) func `help`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.press("?")
    try check(stage, "help", setting)
  }

  @Test(arguments: settings) func `the palette`(_ setting: Setting) throws {
    var stage = try Stage(setting.size, glyphs: setting.glyphs)
    stage.loop.open("session/logout-revocation")
    stage.press(":")
    stage.type("attack")
    try check(stage, "palette", setting)
  }

  @Test func `a run as plain lines`() throws {
    for (name, text, id) in [
      ("logout", Lessons.logout, "session/logout-revocation"),
      ("forgery", Lessons.forgery, "jwt/alg-none"),
    ] {
      let scenario = try Stage.scenario(text)
      let request = RunRequest(scenario: id, variant: scenario.opens)
      let lines = PlainRun(
        scenario: scenario, trace: Stage.play(scenario, request), request: request
      ).lines()
      try Snapshot.expect(lines.joined(separator: "\n") + "\n", "plain-\(name)")
    }
  }
}
