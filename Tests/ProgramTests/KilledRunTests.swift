import Foundation
import Testing
import Trace

@testable import authscope

/// Runs that are saved while they are played: whatever ends the program, no finished step is lost.
@Suite struct `Saved while it is played` {
  /// Long enough to be killed on the way.
  private static func lesson(_ rounds: Int) -> String {
    """
    authscope: 1
    id: test/long
    title: A long run
    shows: [S1]
    seed: 7
    world:
      users: { alice: { at: app, password: wonderland } }
      stores: { sessions: {} }
      servers:
        app: { role: web-app, url: https://app.test, store: sessions }
      clients: { laptop: { user: alice } }
    steps:
      - id: login
        request: laptop POST https://app.test/login
        form: { user: alice, password: wonderland }
        explain: In.
      - repeat: \(rounds)
        steps:
          - id: read
            request: laptop GET https://app.test/me
            explain: Again.

    """
  }

  @Test(arguments: ["session/logout-revocation", "oauth/code-flow", "jwt/alg-none"])
  func `what is written step by step is what would be written at the end`(_ id: String) throws {
    let scratch = try Scratch()
    let loaded = try ScenarioLibrary().load(id)
    let path = scratch.url.appending(path: "run").path
    let trace = try RunJournal.play(loaded, .init(variant: loaded.scenario.opens), to: path)
    let lines = SavedRun.write(trace, source: RunFiles.source(loaded.sources, []))
    let whole = lines.map { $0 + [10] }.joined()
    #expect(try Data(contentsOf: URL(filePath: path)) == Data(whole))
    #expect(try Program.run("replay", path).status == 0)
  }

  @Test func `a run that is killed opens with every finished step, the older file is as it was`()
    throws
  {
    let times = ProcessInfo.processInfo.environment["AUTHSCOPE_LONG"] == "1" ? 1000 : 60
    var midway = 0
    let scratch = try Scratch()
    let scenario = try scratch.file("long.yaml", Self.lesson(900))
    for round in 0..<times {
      let path = scratch.url.appending(path: "run-\(round)").path
      let old = Data("an older file".utf8)
      try old.write(to: URL(filePath: path))
      try Self.playAndKill(scenario, path, after: UInt32.random(in: 5_000...400_000))
      let partial = path + PartialFile.ending
      guard FileManager.default.fileExists(atPath: partial) else {
        // Before the first line, or after the last.
        let now = try Data(contentsOf: URL(filePath: path))
        let isWhole = try now != old && RunFiles.read(path).damage == nil
        #expect(now == old || isWhole, "round \(round)")
        try FileManager.default.removeItem(atPath: path)
        continue
      }
      #expect(try Data(contentsOf: URL(filePath: path)) == old)
      let bytes = try Data(contentsOf: URL(filePath: partial))
      let lines = bytes.count { $0 == 10 }
      if lines > 0 {
        let (run, damage) = try RunFiles.read(partial)
        midway += lines > 1 ? 1 : 0
        // The header, the steps; without the end nothing is whole.
        #expect(run.trace.steps.count == lines - 1 || damage == nil, "round \(round)")
      }
      try FileManager.default.removeItem(atPath: partial)
    }
    print("killed \(times) times, \(midway) of them between the first step and the last")
    #expect(midway > 0)
  }

  private static func playAndKill(_ scenario: String, _ path: String, after delay: UInt32) throws {
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["run", scenario, "--save", path]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["AUTHSCOPE_SCENARIOS": Program.scenarios]) { _, new in new }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    usleep(delay)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  @Test func `an unfinished run is played as far as it goes, and named where one looks for it`()
    throws
  {
    let scratch = try Scratch()
    let scenario = try scratch.file("long.yaml", Self.lesson(3))
    let path = scratch.url.appending(path: "mine").path
    #expect(try Program.run("run", scenario, "--save", path).status == 0)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let cut = lines.prefix(3).joined(separator: "\n") + "\n" + lines[3].prefix(40)
    try FileManager.default.removeItem(atPath: path)
    try Data(cut.utf8).write(to: URL(filePath: path + ".partial"))
    let named = try Program.run("play", path)
    #expect(named.status == 2)
    #expect(named.error.contains("was never finished; what was played of it is in \(path).partial"))
    let played = try Program.run("play", path + ".partial")
    #expect(played.status != 0)
    #expect(played.output.contains("2. app > Alice's laptop: 303 set sid#1"), "\(played.output)")
    #expect(played.error.contains("the file is cut off here"), "\(played.error)")
    #expect(played.error.contains("What stands before it is shown above."))
  }

  @Test func `a killed run's rest is not written over by the next`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "mine").path
    try Data("somebody's".utf8).write(to: URL(filePath: path + ".partial"))
    #expect(try Program.run("run", "session/login", "--save", path).status == 0)
    #expect(try Program.run("replay", path).status == 0)
    #expect(try String(contentsOfFile: path + ".partial", encoding: .utf8) == "somebody's")
    #expect(!FileManager.default.fileExists(atPath: path + ".partial-2"))
  }

  @Test func `only one run is kept`() throws {
    let result = try Program.run("run", "session/login", "--all-variants", "--save", "x")
    #expect(result.status == 2)
    #expect(
      result.error.contains("--save keeps one run: name one scenario, and no --all-variants."))
  }
}
