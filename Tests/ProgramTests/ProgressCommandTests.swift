import Foundation
import Testing

/// What a reader has done, shown and exported.
@Suite struct `Progress` {
  private func state(_ text: String) throws -> (Scratch, [String: String]) {
    let scratch = try Scratch()
    let folder = scratch.url.appending(path: "authscope")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(
      to: folder.appending(path: "progress.json"), atomically: true, encoding: .utf8)
    return (scratch, ["XDG_STATE_HOME": scratch.url.path])
  }

  private static let kept = """
    {"authscope-progress": 1, "tour": true, "lessons": {
      "oauth/link-csrf": {"finished": true, "hints": 1, "answers": {"callback": "right"},
        "moves": {"mend": 1, "break": 2}},
      "session/login": {"finished": false, "hints": 0, "answers": {"me": "wrong"}}}}
    """

  @Test func `is told by lessons, with answers, hints and moves`() throws {
    let (scratch, environment) = try state(Self.kept)
    let result = try Program.run("progress", environment: environment)
    _ = scratch
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("core course: 1 of 13 done"))
    let lines = result.output.split(separator: "\n").map(String.init)
    let link = try #require(lines.first { $0.contains("oauth/link-csrf") })
    #expect(link.contains("done"))
    #expect(link.contains("1 right, 1 hint, break in 2 moves, mend in 1 move"))
    #expect(lines.contains { $0.contains("begun session/login") && $0.contains("1 wrong") })
  }

  @Test func `is exported whole, and never over a file`() throws {
    let (scratch, environment) = try state(Self.kept)
    let path = scratch.url.appending(path: "mine.json").path
    let first = try Program.run("progress", "--export", path, environment: environment)
    #expect(first.status == 0, "\(first.error)")
    #expect(first.output.contains("Your progress is in \(path)."))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\"authscope-progress\": 1"))
    #expect(text.contains("\"mend\": 1"))
    let json = try Program.run("progress", "--json", environment: environment)
    #expect(json.output == text + (text.hasSuffix("\n") ? "" : "\n"))
    let again = try Program.run("progress", "--export", path, environment: environment)
    #expect(again.status == 2)
    #expect(again.error.contains("is there already"))
  }

  @Test func `of nobody is an empty course, and a damaged file is put aside`() throws {
    let (scratch, environment) = try state("{")
    let result = try Program.run("progress", environment: environment)
    #expect(result.status == 0)
    #expect(result.output.contains("core course: 0 of 13 done"))
    #expect(result.error.contains("progress.json.damaged"))
    _ = scratch
  }
}
