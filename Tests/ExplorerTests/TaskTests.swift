import Testing
import Trace

@testable import Explorer

/// What a newcomer wants to do, each within ten keys from the library; typed text counts as one.
@Suite struct TaskTests {
  /// Presses keys, and types what stands in quotes.
  private func stage(_ keys: String...) throws -> Stage {
    #expect(keys.count <= 10)
    var stage = try Stage()
    for key in keys {
      if key.hasPrefix("\"") {
        stage.type(String(key.dropFirst().dropLast()))
      } else {
        stage.press(key)
      }
    }
    return stage
  }

  @Test func `see the session row that a login creates`() throws {
    let stage = try stage("/", "\"logging out\"", "Enter", "l", "3")
    #expect(stage.text.contains("WRITTEN by 2"))
  }

  @Test func `see which check refused a forged token`() throws {
    let stage = try stage("/", "\"its own check\"", "Enter", "b", "j", "Enter", "G", "l", "l")
    #expect(stage.text.contains("FAIL  algorithm-allowed"))
  }

  @Test func `copy one claim`() throws {
    let stage = try stage("/", "\"its own check\"", "Enter", "l", "t", "3", "j", "y", "1")
    #expect(stage.outbox.copied == ["sub: \"alice\""])
  }

  @Test func `find where an access token came from`() throws {
    let stage = try stage("/", "\"its own check\"", "Enter", "l", "l", "w")
    #expect(stage.text.contains("api makes access#1, access token while it answers POST /login."))
  }

  @Test func `forge alg none by hand and send it`() throws {
    let stage = try stage("/", "\"its own check\"", "Enter", "l", "l", "e", "n", "Enter")
    #expect(stage.text.contains("HTTP/1.1 200 OK"))
    #expect(stage.text.contains("TAKEN UNVERIFIED by api"))
  }

  @Test func `switch a defence and see the first message that differs`() throws {
    let stage = try stage("/", "\"logging out\"", "Enter", "5", "Space", "d")
    #expect(stage.run?.branch.firstDifference == 4)
    #expect(stage.run?.position == 4)
  }

  @Test func `see why a stolen cookie still works`() throws {
    let stage = try stage("/", "\"logging out\"", "Enter", "G", "l", "l", "w")
    #expect(stage.text.contains("NOT DONE: delete the session row"))
  }

  @Test func `find the message in which a secret was made`() throws {
    let stage = try stage("/", "\"logging out\"", "Enter", "r", "\"sid#1\"", "Enter")
    #expect(stage.run?.position == 1)
  }
}
