import Explorer
import Foundation
import Testing

@testable import authscope

/// Where a reader was outlives the program, however it ends.
@Suite struct `Where one was` {
  @Test func `after a kill the library offers to continue, with branch, message and answer`() throws
  {
    let scratch = try Scratch()
    guard
      let first = try TerminalDriver.explore(
        "session/logout-revocation", "--step", "3", scratch: scratch)
    else { return }
    try first.wait(for: "1 Sequence")
    try first.press("5", "Space")
    try first.wait(for: "what-if#1")
    let pid = try first.state("#{pane_pid}")
    let child = try Program.child(of: pid)
    kill(child, SIGKILL)
    try first.wait(for: "exit status 137")
    guard let second = try TerminalDriver.explore(scratch: scratch) else { return }
    try second.wait(for: "Continue where you were: ")
    try second.wait(for: "message 3, 1 branch beside it")
    try second.press("c")
    try second.wait(for: "Here you were: message 3")
    try second.wait(for: "what-if#1")
    try second.press("Ctrl-C")
    try second.wait(for: "exit status 0")
  }

  private func journal(_ scratch: Scratch) -> PlaceJournal {
    PlaceJournal(path: scratch.url.appending(path: "place.jsonl").path)
  }

  private static let line = """
    {"authscope-place":1,"scenario":"session/login","title":"Login","current":0,"position":4,\
    "branches":[{"name":"main","variant":null,"seed":null,"settings":[],"changes":[],\
    "furthest":4}],"answers":[]}
    """

  @Test(arguments: [
    "", "\n", "{\"authscope-place\":1,\"scena", "no JSON\n", "{\"x\":1}\n", "\u{0}\n",
  ])
  func `a damaged journal is read up to the damage`(_ damage: String) throws {
    let scratch = try Scratch()
    _ = try scratch.file("place.jsonl", Self.line + "\n" + damage)
    #expect(journal(scratch).last()?.position == 4)
    _ = try scratch.file("place.jsonl", damage)
    #expect(journal(scratch).last() == nil)
  }

  @Test func `a place of a scenario that is gone or changed says so`() throws {
    let scratch = try Scratch()
    _ = try scratch.file("place.jsonl", Self.line + "\n")
    var place = try #require(journal(scratch).last())
    let library = try ScenarioLibrary()
    #expect(try PlaceJournal.played(place, library).requests.count == 1)
    place.branches[0].variant = "none-such"
    #expect(throws: Failure.self) { try PlaceJournal.played(place, library) }
    place.scenario = "no/such"
    #expect(throws: Failure.self) { try PlaceJournal.played(place, library) }
  }
}
