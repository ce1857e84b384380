import Testing

/// The explorer in a real terminal.
@Suite struct `In a terminal` {
  @Test func `keys, a resize and a paste reach the screen`() throws {
    guard let terminal = try TerminalDriver.explore(width: 100, height: 30) else { return }
    try terminal.wait(for: "Core course")
    try terminal.press("/")
    try terminal.type("its own check")
    try terminal.wait(for: "1 found")
    try terminal.press("Enter")
    try terminal.wait(for: "1 Sequence")
    try terminal.resize(width: 80, height: 24)
    let lines = try terminal.wait("the screen is narrow") { $0[0].count <= 80 && $0.count == 24 }
    #expect(lines[0].contains("Lesson"))
    try terminal.paste("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.")
    try terminal.wait(for: "alice")
    try terminal.press("Ctrl-C")
    try terminal.wait(for: "exit status 0")
    #expect(try terminal.state("#{alternate_on}") == "0")
    #expect(try terminal.recorded().contains("\u{1B}[?2004l"))
  }
}
