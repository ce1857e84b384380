import Foundation
import Testing

/// However the explorer ends, the terminal is as it was.
@Suite struct `The terminal afterwards` {
  /// A shell that notes the terminal's modes before and after the program, and both on the screen.
  private static func script(_ folder: URL, _ arguments: String) -> String {
    let program = TerminalDriver.quoted(Program.executable.path)
    return """
      stty -g >"\(folder.path)/before"
      echo $$ >"\(folder.path)/shell"
      \(program) explore \(arguments) 2>"\(folder.path)/error"
      echo "left with $?"
      stty -g >"\(folder.path)/after"
      echo all noted
      """
  }

  private func open(_ arguments: String = "jwt/alg-none") throws -> (TerminalDriver, Scratch)? {
    let scratch = try Scratch()
    let file = try scratch.file("script", Self.script(scratch.url, arguments))
    guard
      let terminal = try TerminalDriver.start(
        ["/bin/bash", "--norc", "-i", file], width: 100, height: 30, scratch: scratch)
    else { return nil }
    return (terminal, scratch)
  }

  private func text(_ scratch: Scratch, _ name: String) throws -> String {
    try String(contentsOf: scratch.url.appending(path: name), encoding: .utf8)
  }

  private func expectClean(_ terminal: TerminalDriver, _ scratch: Scratch) throws {
    try terminal.wait(for: "all noted")
    #expect(try text(scratch, "before") == text(scratch, "after"))
    #expect(try terminal.state("#{alternate_on} #{mouse_any_flag} #{cursor_flag}") == "0 0 1")
    let bytes = try terminal.recorded()
    for (on, off) in [
      ("\u{1B}[?2004h", "\u{1B}[?2004l"), ("\u{1B}[?1000h", "\u{1B}[?1000l"),
      ("\u{1B}[?1006h", "\u{1B}[?1006l"),
    ] {
      guard let last = bytes.range(of: on, options: .backwards) else { continue }
      #expect(bytes[last.upperBound...].contains(off), "\(off.dropFirst()) is missing")
    }
  }

  @Test(arguments: [["q", "q"], ["Ctrl-C"], ["?", "Ctrl-C"]])
  func `after a key that leaves`(_ keys: [String]) throws {
    guard let (terminal, scratch) = try open() else { return }
    try terminal.wait(for: "1 Sequence")
    #expect(try terminal.state("#{alternate_on}") == "1")
    for key in keys { try terminal.press(key) }
    try terminal.wait(for: "left with 0")
    try expectClean(terminal, scratch)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGSEGV, SIGILL, SIGTRAP, SIGABRT])
  func `after a signal`(_ signal: Int32) throws {
    guard let (terminal, scratch) = try open() else { return }
    try terminal.wait(for: "1 Sequence")
    let shell = try text(scratch, "shell").trimmingCharacters(in: .newlines)
    let child = try Program.child(of: shell)
    kill(child, signal)
    try terminal.wait(for: "left with")
    try expectClean(terminal, scratch)
  }

  @Test func `after an error on the way in`() throws {
    guard let (terminal, scratch) = try open("no/such-scenario") else { return }
    try terminal.wait(for: "left with 2")
    try expectClean(terminal, scratch)
    #expect(try text(scratch, "error").contains("There is no scenario no/such-scenario."))
    #expect(try !terminal.recorded().contains("\u{1B}[?1049h"))
  }

  @Test func `Ctrl-Z gives the shell its terminal, and fg draws the screen again`() throws {
    guard let terminal = try TerminalDriver.shell(width: 100, height: 30) else { return }
    try terminal.type("\(TerminalDriver.quoted(Program.executable.path)) explore jwt/alg-none")
    try terminal.press("Enter")
    try terminal.wait(for: "1 Sequence")
    try terminal.press("Ctrl-Z")
    try terminal.wait(for: "Stopped")
    #expect(try terminal.state("#{alternate_on} #{mouse_any_flag}") == "0 0")
    try terminal.type("fg")
    try terminal.press("Enter")
    let lines = try terminal.wait(for: "1 Sequence")
    #expect(lines[0].contains("message 1 of"))
    try terminal.press("l")
    try terminal.wait(for: "message 2 of")
    try terminal.press("Ctrl-C")
    try terminal.wait(without: "1 Sequence")
  }

  @Test(arguments: ["dumb", "unknown-terminal", ""])
  func `a terminal that cannot be drawn on is told so, and what helps`(_ type: String) throws {
    guard
      let terminal = try TerminalDriver.start(
        ["/usr/bin/env", "TERM=\(type)", Program.executable.path, "explore"])
    else { return }
    try terminal.wait(for: "--plain")
    try terminal.wait(for: "exit status 2")
  }

  @Test(arguments: ["vt100", "xterm", "xterm-256color", "linux"])
  func `with few colours or none the same is on the screen`(_ type: String) throws {
    guard
      let terminal = try TerminalDriver.start(
        ["/usr/bin/env", "TERM=\(type)", Program.executable.path, "explore", "jwt/alg-none"])
    else { return }
    try terminal.wait(for: "1 Sequence")
    let colours = try terminal.recorded().contains("\u{1B}[38;5;")
    #expect(colours == (type == "xterm-256color"))
    try terminal.press("l")
    try terminal.wait(for: "message 2 of")
  }

  @Test func `NO_COLOR is heard, and what a reader sets goes before it`() throws {
    for (arguments, hasColour) in [([], false), (["--theme", "dark"], true)] {
      guard
        let terminal = try TerminalDriver.start(
          ["/usr/bin/env", "NO_COLOR=1", Program.executable.path, "explore"] + arguments)
      else { return }
      try terminal.wait(for: "Core course")
      #expect(try terminal.recorded().contains("\u{1B}[38;5;") == hasColour)
    }
  }
}

extension Program {
  /// The process that a shell waits for.
  static func child(of shell: String) throws -> pid_t {
    let text = try String(
      contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    guard let child = text.split(separator: " ").last.flatMap({ pid_t($0) }) else {
      throw TerminalDriver.Failure(description: "the shell \(shell) has no child")
    }
    return child
  }
}
