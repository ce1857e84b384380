import Explorer
import Foundation
import Testing
import Trace

@testable import authscope

/// What the explorer finds in the files of a reader.
@Suite struct `Reading a file for the explorer` {
  private func read(_ path: String) throws -> OpenedFile {
    try FileReader(library: try ScenarioLibrary(), progress: { _ in }).read(path)
  }

  @Test func `a saved run with its scenario can be played again`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "monday").path
    let saving = try Program.run(
      "run", "oauth/link-csrf", "--variant", "no-state", "--save", path)
    #expect(saving.status == 0, "\(saving.output)\(saving.error)")
    guard case .run(let run) = try read(path) else { throw Unexpected() }
    #expect(run.isReplayable)
    let shown = try Program.run("explore", path, "--plain")
    #expect(shown.status == 0 && shown.output.contains("oauth/link-csrf"), "\(shown.error)")
  }

  @Test func `without a source the library is printed`() throws {
    let shown = try Program.run("explore", "--plain")
    #expect(shown.status == 0, "\(shown.error)")
    #expect(shown.output == (try Program.run("list").output))
  }

  @Test(arguments: [
    ("guide", "1."), ("comparison", "session"), ("mistakes", "Enter opens jwt/localstorage-xss"),
    ("checklist", "alg"), ("words", "refresh token"), ("help", "Enter"),
  ])
  func `a screen without a run is printed as numbered lines`(name: String, word: String) throws {
    let shown = try Program.run("explore", "--plain", "--screen", name)
    #expect(shown.status == 0, "\(shown.error)")
    let lines = shown.output.split(separator: "\n")
    #expect(lines.count > 5 && lines[4].hasPrefix("5. "))
    #expect(shown.output.contains(word), "\(shown.output)")
    #expect(!shown.output.contains("\u{1B}") && !shown.output.contains("…"))
  }

  @Test func `a screen that has no lines of its own is refused with those that have`() throws {
    let shown = try Program.run("explore", "--plain", "--screen", "moon")
    #expect(shown.status == 2)
    #expect(shown.error.contains("guide, comparison, mistakes, checklist, words, help"))
  }

  @Test func `a damaged one opens up to the damage and says where it is`() throws {
    let scratch = try Scratch()
    let url = scratch.url.appending(path: "monday")
    _ = try Program.run("run", "jwt/alg-none", "--save", url.path)
    var lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    lines[3] = lines[3].dropLast(9)
    try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
    guard case .run(let run) = try read(url.path) else { throw Unexpected() }
    #expect(run.damage?.contains("line 4") == true, "\(run.damage ?? "no damage")")
  }

  @Test func `any other text is looked through for tokens`() throws {
    let scratch = try Scratch()
    let url = scratch.url.appending(path: "log")
    try "Bearer eyJhbGciOiJub25lIn0.e30.".write(to: url, atomically: true, encoding: .utf8)
    guard case .text = try read(url.path) else { throw Unexpected() }
  }

  private struct Unexpected: Error {}
}
