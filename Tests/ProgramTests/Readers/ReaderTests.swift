import Foundation
import Testing
import Wire

/// What others make of our exports: a browser of the pages, Mermaid of the diagrams.
@Suite struct `Readers of exports` {
  /// One of each kind: a session, an attack, a flow with questions, a long story.
  private static let sources = [
    "session/login", "jwt/alg-none", "oauth/code-flow", "oauth/link-csrf", "combined/production",
  ]

  private static func exported(_ form: String, _ scratch: Scratch) throws -> [String] {
    try sources.map { source in
      let name = source.replacing("/", with: "-") + "." + form
      let path = scratch.url.appending(path: name).path
      let result = try Program.run("export", source, "--to", form, "-o", path)
      #expect(result.status == 0, "\(result.error)")
      return path
    }
  }

  private static func script(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path
  }

  /// What a helper prints, as JSON; nil where it cannot be started or has nothing to work with.
  private static func answer(_ command: [String]) throws -> JSONValue? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let output = try Sink()
    process.standardOutput = output.handle
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return try JSONValue.parse(try output.text())
  }

  @Test func `Chromium shows every step of a page by its keys, asks for nothing, says nothing`()
    throws
  {
    let scratch = try Scratch()
    let pages = try Self.exported("html", scratch)
    let python = ProcessInfo.processInfo.environment["AUTHSCOPE_PYTHON"] ?? "python3"
    guard let answer = try Self.answer([python, Self.script("pages.py")] + pages),
      let all = answer.array
    else {
      print("skipped: no Chromium with playwright for Python to open pages with")
      return
    }
    #expect(all.count == pages.count)
    for (page, walks) in zip(pages, all) {
      let walks = walks.array ?? []
      #expect(walks.count == 2)
      for walk in walks {
        let steps = walk["steps"]?.integer ?? 0
        #expect(steps > 2, "\(page)")
        #expect(walk["shown"]?.integer == steps && walk["back"]?.integer == steps - 1, "\(page)")
        #expect(walk["requests"]?.array?.isEmpty == true, "\(page): \(walk.text())")
        #expect(walk["console"]?.array?.isEmpty == true, "\(page): \(walk.text())")
      }
      #expect(walks.first?["background"] != walks.last?["background"], "dark is not light")
    }
  }

  @Test func `Mermaid parses every diagram, and refuses one that is broken`() throws {
    guard let module = ProcessInfo.processInfo.environment["AUTHSCOPE_MERMAID"] else {
      print("skipped: AUTHSCOPE_MERMAID names no module of Mermaid to parse diagrams with")
      return
    }
    let scratch = try Scratch()
    let broken = scratch.url.appending(path: "broken.mmd")
    try "sequenceDiagram\n  a->>b".write(to: broken, atomically: true, encoding: .utf8)
    let files = try Self.exported("mermaid", scratch) + [broken.path]
    let answer = try #require(
      try Self.answer(["node", Self.script("diagrams.mjs"), module] + files))
    let words = answer.array ?? []
    #expect(words.count == files.count)
    for (file, word) in zip(files, words).dropLast() { #expect(word == .null, "\(file): \(word)") }
    #expect(words.last?.string != nil)
  }
}
