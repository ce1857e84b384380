import Foundation
import Testing

/// The tasks of a newcomer in a real terminal, each within ten keys from the library; a text that is
/// typed counts as one.
@Suite(.serialized) struct `A newcomer within ten keys` {
  /// What is pressed or typed, and what has to be in sight then.
  private enum Act {
    case key(String)
    case text(String)
  }

  private static let limit = 10

  /// Does them one by one, each when the screen has heard of the one before.
  private func go(
    _ acts: Act..., sees seen: String..., width: Int = 120, height: Int = 40,
    then look: (TerminalDriver) throws -> Void = { _ in }
  ) throws {
    #expect(acts.count <= Self.limit)
    guard let terminal = try TerminalDriver.explore(width: width, height: height) else { return }
    try terminal.wait(for: "Begin with lesson 1")
    for act in acts {
      switch act {
      case .key(let name): try terminal.press(name)
      case .text(let text): try terminal.type(text)
      }
      usleep(60_000)
    }
    for text in seen { try terminal.wait(for: text) }
    try look(terminal)
  }

  @Test func `see the session row that a login creates`() throws {
    try go(.key("Enter"), .key("Esc"), .key("c"), .key("3"), sees: "WRITTEN by", "app.sessions")
  }

  @Test func `see which check refused a forged token`() throws {
    try go(
      .key("/"), .text("its own check"), .key("Enter"), .key("b"), .key("j"), .key("Enter"),
      .key("G"), .key("l"), .key("G"), sees: "FAIL  algorithm-allowed")
  }

  @Test func `copy one claim`() throws {
    try go(
      .key("/"), .text("its own check"), .key("Enter"), .key("l"), .key("4"), .key("j"), .key("j"),
      .key("j"), .key("j"), .key("y")
    ) { terminal in
      try terminal.wait("the last line has a word on the copy") { lines in
        lines.last { !$0.isEmpty }?.contains("opied") ?? false
      }
    }
  }

  @Test func `find where the access token came from`() throws {
    try go(
      .key("/"), .text("its own check"), .key("Enter"), .key("l"), .key("l"), .key("w"),
      sees: "makes access#1")
  }

  @Test func `forge alg none by hand and send it`() throws {
    try go(
      .key("/"), .text("anyone reads it"), .key("Enter"), .key("l"), .key("l"), .key("e"),
      .key("n"),
      .key("Enter"), sees: "what-if#1", "no signature", "REFUSED by api: algorithm-allowed")
  }

  @Test func `switch PKCE off and see the first step that differs`() throws {
    try go(
      .key("/"), .text("stolen code is worth"), .key("Enter"), .key("b"), .key("j"), .key("Enter"),
      .key("5"), .key("Space"), .key("d"), sees: "what-if#1", "pkce")
  }

  @Test func `compare two branches`() throws {
    try go(
      .key("/"), .text("logging out must"), .key("Enter"), .key("5"), .key("Space"), .key("="),
      sees: " Compare", "irst difference")
  }

  @Test func `export the run as HTML`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "run.html").path
    try go(
      .key("/"), .text("logging out must"), .key("Enter"), .key("E"), .key("Enter"),
      .key("Ctrl-U"), .text(path), .key("Enter"), sees: "Exported to")
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux") else { return }
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("</html>"))
  }

  @Test func `find the scenario about refresh reuse by search`() throws {
    try go(.key("/"), .text("refresh reuse"), .key("Enter"), sees: "message 1 of")
  }

  @Test func `ask which mechanism fits a mobile app`() throws {
    try go(
      .key("d"), .key("j"), .key("Enter"), .key("j"), .key("Enter"), sees: "OAuth", "PKCE")
  }
}
