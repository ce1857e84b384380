import CellUI
import Foundation
import Testing

/// A program in a real terminal: a tmux server of its own, with one window of a given size.
///
/// `let terminal = try TerminalDriver.explore("jwt/alg-none")` is nil, with a word on what was
/// skipped, where there is no tmux. Then press keys by the names that the help shows, and wait for
/// what must be seen: `try terminal.press("l", "Enter")`, `try terminal.wait(for: "HTTP/1.1 200")`.
/// The server and everything in it end with the driver.
final class TerminalDriver {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What the explorer wrote for itself, and its configuration: gone when the test is over.
  let scratch: Scratch
  private let socket = "authscope-" + UUID().uuidString.prefix(13)

  private static let program = "/usr/bin/tmux"

  /// The explorer, as `authscope explore` with these words opens it.
  static func explore(
    _ arguments: String..., width: Int = 120, height: Int = 40,
    environment: [String: String] = [:], scratch: Scratch? = nil
  ) throws -> TerminalDriver? {
    try start(
      [Program.executable.path, "explore"] + arguments, width: width, height: height,
      environment: environment, scratch: scratch)
  }

  /// A shell with job control and an empty prompt, to start the program from.
  static func shell(
    width: Int = 120, height: Int = 40, environment: [String: String] = [:],
    scratch: Scratch? = nil
  ) throws -> TerminalDriver? {
    guard FileManager.default.isExecutableFile(atPath: "/bin/bash") else {
      print("skipped: there is no /bin/bash to start the program from")
      return nil
    }
    return try start(
      ["/bin/bash", "--norc", "--noprofile", "-i"], width: width, height: height,
      environment: environment.merging(["PS1": "> "]) { _, new in new }, scratch: scratch)
  }

  /// A program by its words. When it ends the screen says so: `exit status 0`.
  static func start(
    _ words: [String], width: Int = 120, height: Int = 40, environment: [String: String] = [:],
    scratch: Scratch? = nil
  ) throws -> TerminalDriver? {
    guard FileManager.default.isExecutableFile(atPath: program) else {
      print("skipped: there is no \(program) to make a terminal with")
      return nil
    }
    let driver = TerminalDriver(scratch: try scratch ?? Scratch())
    try driver.open(words, width, height, environment)
    return driver
  }

  private init(scratch: Scratch) { self.scratch = scratch }

  deinit { _ = try? tmux("kill-server") }

  private func open(
    _ words: [String], _ width: Int, _ height: Int, _ extra: [String: String]
  ) throws {
    var environment = [
      "AUTHSCOPE_SCENARIOS": Program.scenarios, "LANG": "C.UTF-8",
      "XDG_STATE_HOME": scratch.url.appending(path: "state").path,
      "XDG_CONFIG_HOME": scratch.url.appending(path: "config").path,
    ]
    environment.merge(extra) { _, new in new }
    let settings = environment.map { "\($0.key)=\($0.value)" }.sorted()
    let command = (["env", "-u", "NO_COLOR"] + settings + words).map(Self.quoted)
    // The words after the program keep its last screen in sight.
    let line = command.joined(separator: " ") + "; echo \"exit status $?\"; exec sleep 600"
    _ = try tmux(
      "set-option", "-g", "default-terminal", "tmux-256color", ";",
      "set-option", "-g", "escape-time", "0", ";",
      "new-session", "-d", "-x", "\(width)", "-y", "\(height)", "exec sh -c \(Self.quoted(line))",
      ";", "pipe-pane", "-O", "exec cat >\(Self.quoted(recording.path))")
  }

  private var recording: URL { scratch.url.appending(path: "\(socket).bytes") }

  /// Every byte that the programs have sent to the terminal so far.
  func recorded() throws -> String {
    String(decoding: try Data(contentsOf: recording), as: UTF8.self)
  }

  // Input.

  /// Presses keys by the names that the help shows: `l`, `Enter`, `Ctrl-C`, `Shift-Tab`.
  func press(_ names: String...) throws {
    for name in names {
      guard let press = KeyPress(name: name) else {
        throw Failure(description: "there is no key \(name)")
      }
      if case .char(let character) = press.key, press.modifiers.isEmpty {
        try type(String(character))
      } else {
        _ = try tmux("send-keys", try Self.key(press))
      }
    }
  }

  /// Types a text, character by character.
  func type(_ text: String) throws { _ = try tmux("send-keys", "-l", "--", text) }

  /// Pastes a text, marked as pasted where the program asked for it.
  func paste(_ text: String) throws {
    let file = try scratch.file("paste", text)
    _ = try tmux("load-buffer", file, ";", "paste-buffer", "-p", "-r")
  }

  /// Presses and lets go the left button over a cell, counted from 0.
  func click(x: Int, y: Int) throws {
    try type("\u{1B}[<0;\(x + 1);\(y + 1)M\u{1B}[<0;\(x + 1);\(y + 1)m")
  }

  /// Turns the wheel over a cell, by so many notches down, or up when they are negative.
  func wheel(_ notches: Int, x: Int, y: Int) throws {
    let report = "\u{1B}[<\(notches < 0 ? 64 : 65);\(x + 1);\(y + 1)M"
    try type(String(repeating: report, count: abs(notches)))
  }

  func resize(width: Int, height: Int) throws {
    _ = try tmux("resize-window", "-x", "\(width)", "-y", "\(height)")
  }

  // Output.

  /// The lines on the screen, without the blanks at their ends.
  func screen() throws -> [String] {
    try tmux("capture-pane", "-p").dropLast()
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Waits until the screen shows a text, and returns the screen.
  @discardableResult
  func wait(for text: String, seconds: Double = 20) throws -> [String] {
    try wait("the screen shows \"\(text)\"", seconds: seconds) {
      $0.contains { $0.contains(text) }
    }
  }

  /// Waits until a text has gone from the screen, and returns the screen.
  @discardableResult
  func wait(without text: String, seconds: Double = 20) throws -> [String] {
    try wait("\"\(text)\" is gone", seconds: seconds) { !$0.contains { $0.contains(text) } }
  }

  @discardableResult
  func wait(
    _ what: String, seconds: Double = 20, until holds: ([String]) throws -> Bool
  ) throws -> [String] {
    let end = Date(timeIntervalSinceNow: seconds)
    while true {
      let lines = try screen()
      if try holds(lines) { return lines }
      guard Date() < end else {
        let shown = lines.joined(separator: "\n")
        throw Failure(description: "waited \(seconds) s until \(what); the screen is\n\(shown)")
      }
      usleep(20_000)
    }
  }

  /// Where a text stands on the screen: the cell of its first character.
  func place(of text: String) throws -> (x: Int, y: Int) {
    for (y, line) in try screen().enumerated() {
      guard let range = line.range(of: text) else { continue }
      return (TextWidth.of(String(line[..<range.lowerBound])), y)
    }
    throw Failure(description: "\"\(text)\" is not on the screen")
  }

  /// What tmux knows of the terminal, by a format of its own: `#{alternate_on}`.
  func state(_ format: String) throws -> String {
    try tmux("display-message", "-p", format).trimmingCharacters(in: .newlines)
  }

  // tmux.

  private static let keys: [Key: String] = [
    .enter: "Enter", .esc: "Escape", .tab: "Tab", .backtab: "BTab", .backspace: "BSpace",
    .delete: "DC", .insert: "IC", .up: "Up", .down: "Down", .left: "Left", .right: "Right",
    .home: "Home", .end: "End", .pageUp: "PPage", .pageDown: "NPage",
  ]

  private static func key(_ press: KeyPress) throws -> String {
    var name = press.modifiers.contains(.alt) ? "M-" : ""
    if press.modifiers.contains(.shift) { name += "S-" }
    switch press.key {
    case .char(let character): return name + String(character)
    case .ctrl(let character): return name + "C-" + String(character)
    case .function(let number): return name + "F\(number)"
    default:
      guard let key = keys[press.key] else {
        throw Failure(description: "tmux has no name for \(press)")
      }
      return name + key
    }
  }

  /// Runs tmux's command, and returns what it prints.
  @discardableResult
  func tmux(_ arguments: String...) throws -> String {
    let output = try Sink()
    let words = [Self.program, "-u", "-f", "/dev/null", "-L", socket] + arguments
    let status = try Detached.run(words, output: output.handle.fileDescriptor)
    let text = try output.text()
    guard status == 0 else { throw Failure(description: "tmux: \(text)") }
    return text
  }

  /// A word as the shell reads it.
  static func quoted(_ word: String) -> String {
    "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
