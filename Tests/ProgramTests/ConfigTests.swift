import Foundation
import Testing
import Wire

/// The configuration file: what it can say, and what is said of mistakes in it.
@Suite struct `The configuration` {
  private func check(_ text: String) throws -> Program.Result {
    let scratch = try Scratch()
    let file = try scratch.file("config.yaml", text)
    let result = try Program.run("config", "check", file)
    let output = result.output.replacingOccurrences(of: file, with: "config.yaml")
    let error = result.error.replacingOccurrences(of: file, with: "config.yaml")
    return Program.Result(
      status: result.status, output: output, error: error, seconds: result.seconds)
  }

  @Test func `a whole configuration has no mistake`() throws {
    let result = try check(
      """
      # mine
      theme: light
      ascii: true
      mouse: false
      copy: osc52
      secrets: shown
      footer: full
      depth: 2
      keys:
        help: [F1, '?']
        run:
          next: [x, Right]
          why: []
      """)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output == "config.yaml: no mistake\n")
    #expect(try check("# nothing yet\n").status == 0)
  }

  @Test(arguments: [
    ("theme: drak", "config.yaml:1:8: error: drak is not one of", "did you mean dark?"),
    ("thme: dark", "config.yaml:1:1: error: thme is no key here", "did you mean theme?"),
    ("mouse: maybe", "config.yaml:1:8: error: expected true or false, found maybe", ""),
    ("depth: 9", "config.yaml:1:8: error: 9 is not between 1 and 4", ""),
    ("copy: clipboard", "config.yaml:1:7: error: clipboard is not one of auto, tmux,", ""),
    ("keys: w", "config.yaml:1:7: error: expected a mapping of commands and their keys", ""),
    ("keys: { whi: x }", "config.yaml:1:9: error: no command is called whi", "did you mean why?"),
    ("keys: { rnu: { why: x } }", "config.yaml:1:9: error: no place is called rnu", "mean run?"),
    ("keys: { run: { sign: x } }", "config.yaml:1:16: error: sign means nothing in run", "bench"),
    ("keys: { why: escape }", "config.yaml:1:14: error: no key is called escape", "mean Esc?"),
    ("keys: { why: C-x }", "config.yaml:1:14: error: no key is called C-x", "mean Ctrl-X?"),
    ("keys: { why: }", "config.yaml:1:14: error: expected a key, a list of keys, or [] for", ""),
    (
      "keys: { run: { zoom: [F3, w] } }",
      "config.yaml:1:27: error: w is the key of why in run already", "why: ..."
    ),
    (
      "keys: { quit: [] }",
      "config.yaml:1:9: error: quit would have no key in library, and nothing else does it",
      "leave it one"
    ),
    ("keys: { help: [] }", "config.yaml:1:9: error: help would have no key in library", ""),
    ("keys: { run: {\n", "config.yaml:", "error"),
  ])
  func `every mistake is told with its place and what was meant`(
    _ text: String, _ sentence: String, _ hint: String
  ) throws {
    let result = try check(text)
    #expect(result.status == 2)
    #expect(result.error.contains(sentence), "\(result.error)")
    #expect(hint.isEmpty || result.error.contains(hint), "\(result.error)")
  }

  @Test func `without a file the defaults hold, and its path is told`() throws {
    let scratch = try Scratch()
    let environment = ["XDG_CONFIG_HOME": scratch.url.path]
    let path = try Program.run("config", "path", environment: environment)
    #expect(path.output == "\(scratch.url.path)/authscope/config.yaml\n")
    let check = try Program.run("config", "check", environment: environment)
    #expect(check.status == 0)
    #expect(check.output.contains("the defaults hold"))
    let missing = try Program.run("config", "check", "\(scratch.url.path)/none.yaml")
    #expect(missing.status == 2)
  }

  @Test func `what is shown is a configuration that says the same`() throws {
    let scratch = try Scratch()
    let folder = scratch.url.appending(path: "authscope")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("theme: light\nkeys: { run: { next: [x, \"'\"] } }\n".utf8)
      .write(to: folder.appending(path: "config.yaml"))
    let environment = ["XDG_CONFIG_HOME": scratch.url.path]
    let first = try Program.run("config", "show", environment: environment)
    #expect(first.output.contains("theme: light"))
    #expect(first.output.contains("    next: [x, '''']"))
    try Data(first.output.utf8).write(to: folder.appending(path: "config.yaml"))
    #expect(try Program.run("config", "check", environment: environment).status == 0)
    let second = try Program.run("config", "show", environment: environment)
    #expect(second.output == first.output)
    let json = try JSONValue.parse(
      Array(
        try Program.run("config", "show", "--json", environment: environment).output.utf8))
    #expect(json["theme"]?.string == "light")
    #expect(json["keys"]?["run"]?["next"]?.array?.first?.string == "x")
  }

  @Test func `the explorer starts with a broken configuration, and says where it is broken`() throws
  {
    let scratch = try Scratch()
    let folder = scratch.url.appending(path: "config/authscope")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("theme: drak\nkeys: { library: { guide: F2 } }\n".utf8)
      .write(to: folder.appending(path: "config.yaml"))
    guard let terminal = try TerminalDriver.explore(scratch: scratch) else { return }
    try terminal.wait(for: "config.yaml:1:8: drak is not one of")
    // The rest of the file holds.
    try terminal.press("F2")
    try terminal.wait(for: "Which one?")
    try terminal.press("Ctrl-C")
    try terminal.wait(for: "exit status 0")
  }
}
