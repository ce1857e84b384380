import Foundation
import Testing

/// A scenario that is right, to be broken at one place.
private let good = """
  authscope: 1
  id: test/one
  title: A page needs a session
  world:
    users: { alice: { at: app, password: wonderland } }
    servers: { app: { role: web-app, url: https://app.test } }
    clients: { laptop: { user: alice } }
  steps:
    - id: page
      request: laptop GET https://app.test/me
      expect: [status == 303]
      explain: She is a stranger.

  """

private struct Broken {
  let from: String
  let to: String
  let says: [String]
}

@Suite struct `A broken scenario file` {
  @Test func `is fine before it is broken`() throws {
    let scratch = try Scratch()
    let result = try Program.run("check", try scratch.file("good.yaml", good))
    #expect(result.status == 0, "\(result.error)")
  }

  @Test(arguments: [
    ("title:", "titel:", "titel", ":3:1"),
    ("role: web-app", "role: webapp", "web-app", ":6:27"),
    ("request: laptop", "request: lapptop", "laptop", ":10:14"),
    ("status == 303", "statsu == 303", "status", ":11:14"),
    ("id: test/one", "id: test/one\nid: test/two", "id", ":3:1"),
    ("title: A page needs a session", "title: &t A page", "anchor", ":3:8"),
  ])
  func `is told by place and remedy, with exit 2 within a second`(
    from: String, to: String, says: String, place: String
  ) throws {
    let scratch = try Scratch()
    let path = try scratch.file("broken.yaml", good.replacing(from, with: to, maxReplacements: 1))
    let result = try Program.run("check", path)
    #expect(result.status == 2)
    #expect(result.seconds < 1)
    #expect(result.error.contains(says), "\(result.error)")
    #expect(result.error.contains("broken.yaml\(place)"), "\(result.error)")
  }

  @Test func `with a wrong type says what was expected`() throws {
    let scratch = try Scratch()
    let text = good.replacing("https://app.test }", with: "https://app.test, count: two }")
    let result = try Program.run("check", try scratch.file("broken.yaml", text))
    #expect(result.status == 2)
    #expect(result.error.contains("whole number"), "\(result.error)")
  }

  @Test func `that is a bomb of aliases is refused at its first anchor`() throws {
    let scratch = try Scratch()
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1...30 {
      bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n"
    }
    let result = try Program.run("check", try scratch.file("bomb.yaml", bomb))
    #expect(result.status == 2)
    #expect(result.seconds < 1)
    #expect(result.error.contains("bomb.yaml:1:5"), "\(result.error)")
  }

  @Test func `of fifty megabytes is refused before it is read`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("large.yaml", Data(repeating: 0x61, count: 50_000_000))
    let result = try Program.run("check", path)
    #expect(result.status == 2)
    #expect(result.seconds < 1)
    #expect(result.error.contains("50000000 bytes"), "\(result.error)")
  }

  @Test func `with NUL bytes is refused where the first one stands`() throws {
    let scratch = try Scratch()
    let text = good.replacing("alice:", with: "al\0ice:", maxReplacements: 1)
    let result = try Program.run("check", try scratch.file("nul.yaml", text))
    #expect(result.status == 2)
    #expect(result.error.contains("nul.yaml:5:"), "\(result.error)")
  }

  @Test func `of a newer format is refused with exit 4`() throws {
    let scratch = try Scratch()
    let text = good.replacing("authscope: 1", with: "authscope: 2")
    let result = try Program.run("check", try scratch.file("newer.yaml", text))
    #expect(result.status == 4)
    #expect(result.error.contains("newer authscope"), "\(result.error)")
  }
}

@Suite struct `A course file` {
  private static let good = """
    authscope: 1
    title: Two lessons
    groups:
      - title: Sessions
        core: true
        lessons:
          - { scenario: session/login, minutes: 5 }
          - { scenario: session/csrf, variant: lax-only, minutes: 5, needs: [session/login] }

    """

  private func check(_ change: (String, String)? = nil) throws -> Program.Result {
    let scratch = try Scratch()
    let text = change.map { Self.good.replacing($0.0, with: $0.1) } ?? Self.good
    return try Program.run("check", try scratch.file("mine.yaml", text))
  }

  @Test func `is checked as one: the library's own, and a teacher's`() throws {
    let own = try Program.run("check", Program.root.appending(path: "scenarios/course.yaml").path)
    #expect(own.status == 0, "\(own.error)")
    #expect(own.output.contains("no mistake"))
    let result = try check(("variant: lax-only", "variant: cross-site"))
    #expect(result.status == 2)
    #expect(result.error.contains("no variant is called cross-site"), "\(result.error)")
  }

  @Test(arguments: [
    ("session/login, minutes", "session/logn, minutes", "Did you mean session/login?", ":7:21"),
    ("minutes: 5, needs", "minuets: 5, needs", "minutes", ":8:54"),
    ("needs: [session/login]", "needs: [session/scaling]", "session/scaling", ":8:"),
    ("core: true", "cora: true", "core", ":5:5"),
  ])
  func `is told by place and remedy what is wrong with it`(
    from: String, to: String, says: String, place: String
  ) throws {
    let result = try check((from, to))
    #expect(result.status == 2)
    #expect(result.error.lowercased().contains(says.lowercased()), "\(result.error)")
    #expect(result.error.contains("mine.yaml\(place)"), "\(result.error)")
  }

  @Test func `of a newer format is told as such`() throws {
    let result = try check(("authscope: 1", "authscope: 2"))
    #expect(result.status == 4)
    #expect(result.error.contains("is of format 2"), "\(result.error)")
  }
}
