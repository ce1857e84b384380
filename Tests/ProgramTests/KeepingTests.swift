import Explorer
import Foundation
import Simulation
import Testing
import Wire

@testable import authscope

/// What the explorer writes of a branch, and that the program reads it again.
@Suite struct `Keeping a branch` {
  private func keep(
    _ form: KeepRequest.Form, _ run: RunRequest, _ path: String
  ) throws -> String {
    let library = try ScenarioLibrary()
    return try BranchKeeping(library: library).keep(
      KeepRequest(form: form, run: run, title: "revoke-on-logout off", path: path),
      play(try library.load(run.scenario).scenario, run.inputs), at: path)
  }

  private let spared = RunRequest(
    scenario: "session/logout-revocation",
    settings: [.defence("revoke-on-logout", level: "off")])

  @Test func `a variant is kept in a copy of the scenario that plays and holds`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "mine.yaml").path
    let words = try keep(.variant("what-if-1"), spared, path)
    #expect(words == "Kept in \(path): authscope run \(path) --variant what-if-1")
    let result = try Program.run("run", path, "--variant", "what-if-1")
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(result.output.contains("the attack worked"))
    let check = try Program.run("check", path)
    #expect(check.status == 0, "\(check.error)")
  }

  @Test(arguments: ["jwt/alg-none", "oauth/code-flow", "oauth/link-csrf", "session/csrf"])
  func `a lesson with one defence off can be kept so`(_ id: String) throws {
    let scratch = try Scratch()
    let library = try ScenarioLibrary()
    let scenario = try library.load(id).scenario
    let defence = try #require(
      play(scenario).defences.first { $0.level != $0.levels.first })
    let run = RunRequest(
      scenario: id, settings: [.defence(defence.id, level: defence.levels.first ?? "")])
    let path = scratch.url.appending(path: "mine.yaml").path
    _ = try keep(.variant("mine"), run, path)
    let result = try Program.run("check", path)
    #expect(result.status == 0, "\(id) \(result.error)")
  }

  @Test func `a run with changes by hand is saved, and replays equal`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "mine.authscope").path
    var run = spared
    run.interventions = [
      Intervention(
        at: .end, fingerprint: nil,
        change: .insert(OwnRequest(client: "laptop", url: "https://app.test/me")))
    ]
    _ = try keep(.savedRun, run, path)
    let replay = try Program.run("replay", path)
    #expect(replay.status == 0, "\(replay.error)")
    #expect(replay.output.contains("equal"))
    let plain = try Program.run("play", path)
    #expect(plain.output.contains("own#1"))
  }

  @Test func `an export is written, and what is there is never written over`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "out.xml").path
    #expect(try keep(.export("junit"), spared, path) == "Exported to \(path).")
    let before = try String(contentsOfFile: path, encoding: .utf8)
    #expect(before.contains("<testsuite name=\"session/logout-revocation\""))
    do {
      _ = try keep(.savedRun, spared, path)
      Issue.record("written over")
    } catch {
      #expect("\(error)".contains("is there already; nothing was written"), "\(error)")
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
  }
}
