import Foundation
import Testing
import Wire

@Suite struct `authscope why` {
  private func har(_ source: String, _ scratch: Scratch, reveal: Bool = true) throws -> String {
    let path = scratch.url.appending(path: "run.har").path
    let parts = source.split(separator: "#").map(String.init)
    let variant = parts.count > 1 ? ["--variant", parts[1]] : []
    let result = try Program.run(
      ["export", parts[0], "--to", "har", "-o", path] + variant + (reveal ? ["--reveal"] : []))
    try #require(result.status == 0, "\(result.error)")
    return path
  }

  @Test func `names one cause in a HAR, its entries, the remedy and the scenario`() throws {
    let scratch = try Scratch()
    let there = try Program.run("why", try har("oauth/login-loop#strict", scratch))
    #expect(there.status == 1, "\(there.error)")
    for words in [
      "a HAR, written by authscope 1; 15 entries",
      "The browser has the cookie, and does not send it (cookie-withheld)",
      "  entry 11  sid is withheld: SameSite=Strict: the request comes from another site",
      "  entry 11  GET /me: 303, to /login", "  Make the session cookie SameSite=Lax",
      "See it: authscope explore oauth/login-loop --variant strict",
    ] {
      #expect(there.output.contains(words), "\(there.output)")
    }
  }

  @Test func `reads scenarios and saved runs as well, and numbers their messages`() throws {
    let scenario = try Program.run("why", "oauth/login-loop#form-post-lax")
    #expect(scenario.status == 1)
    #expect(scenario.output.contains("(form-post-lax)"), "\(scenario.output)")
    #expect(scenario.output.contains("  message 1"))
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "a.run").path
    let saved = try Program.run(
      "run", "oauth/login-loop", "--variant", "form-post-lax", "--save", path)
    try #require(saved.status == 0, "\(saved.error)")
    #expect(try Program.run("why", path).output == scenario.output)
  }

  @Test func `says so where no cause is visible, and what the file does not tell`() throws {
    let scratch = try Scratch()
    let healthy = try Program.run("why", try har("oauth/login-loop", scratch))
    #expect(healthy.status == 0)
    #expect(healthy.output.contains("No cause of a failing sign-in is visible here."))
    let text = """
      {"log":{"creator":{"name":"WebInspector","version":"537.36"},"entries":[
      {"_resourceType":"document","request":{"method":"GET","url":"https://shop.test/"},
      "response":{"status":200}},
      {"_resourceType":"document","request":{"method":"GET","url":"https://shop.test/login"},
      "response":{"status":200}}]}}
      """
    let clean = try Program.run("why", try scratch.file("clean.har", text))
    #expect(clean.status == 0)
    #expect(clean.output.contains("What the file does not tell"), "\(clean.output)")
    #expect(clean.output.contains("- The file has neither Cookie nor Set-Cookie headers."))
    #expect(clean.output.contains("Allow to generate HAR with sensitive data"))
  }

  @Test func `prints JSON, without secrets, in which every member is explained`() throws {
    let scratch = try Scratch()
    let result = try Program.run("why", try har("oauth/login-loop#strict", scratch), "--json")
    #expect(result.status == 1)
    let json = try JSONValue.parse(result.output)
    #expect(json["kind"]?.string == "har")
    #expect(json["cause"]?["id"]?.string == "cookie-withheld")
    #expect(json["cause"]?["evidence"]?.array?.first?["entry"]?.integer == 11)
    #expect(json["import"]?["writer"]?.string == "authscope")
    #expect(json["import"]?["entries"]?.integer == 15)
    let scenario = try JSONValue.parse(
      try Program.run("why", "oauth/login-loop#clock", "--json").output)
    #expect(scenario["import"]?.isNull == true)
    #expect(scenario["cause"]?["evidence"]?.array?.first?["message"]?.integer != nil)
    let none = try JSONValue.parse(try Program.run("why", "session/login", "--json").output)
    #expect(none["cause"]?.isNull == true)
  }

  @Test func `shows no secret of the file`() throws {
    let scratch = try Scratch()
    let path = try har("oauth/refusals-client", scratch)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let code = try #require(text.firstMatch(of: /code=([A-Za-z0-9_-]{16,})/)).1
    for options in [[], ["--json"]] {
      let result = try Program.run(["why", path] + options)
      #expect(result.status == 1)
      #expect(!result.output.contains(code), "\(result.output)")
    }
  }

  @Test func `opens a file that is cut off, and says where`() throws {
    let scratch = try Scratch()
    let path = try har("oauth/login-loop#strict", scratch)
    let whole = try Data(contentsOf: URL(filePath: path))
    let cut = try scratch.file("cut.har", whole.prefix(whole.count * 9 / 10))
    let result = try Program.run("why", cut)
    #expect(result.status == 1, "\(result.output)")
    #expect(result.output.contains(/Entry 1\d is damaged at line \d+, byte \d+: expected/))
    #expect(result.output.contains("What stands before that was read."))
  }

  @Test func `sends a token to where tokens are asked about`() throws {
    let token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."
    let direct = try Program.run("token", "why", token)
    let here = try Program.run("why", token)
    #expect(here.status == direct.status && here.output == direct.output)
    let scratch = try Scratch()
    let file = try Program.run("why", try scratch.file("token.txt", token + "\n"))
    #expect(file.output == direct.output, "\(file.error)")
  }

  @Test func `refuses what it cannot read, with the remedy`() throws {
    let scratch = try Scratch()
    let cases = [
      ("empty.har", "", "the file is empty"),
      ("list.har", "[]", "it should begin with {\"log\""),
      ("page.har", "<html>", "expected a value, found \"<\""),
    ]
    for (name, text, words) in cases {
      let result = try Program.run("why", try scratch.file(name, text))
      #expect(result.status == 2)
      #expect(result.error.contains(words), "\(result.error)")
    }
    let typo = try Program.run("why", "oauth/login-lop")
    #expect(typo.status == 2 && typo.error.contains("Did you mean oauth/login-loop?"))
    #expect(try Program.run("why", "--help").output.contains("Example: authscope why login.har"))
  }

  @Test func `a HAR can be exported again, and compared`() throws {
    let scratch = try Scratch()
    let path = try har("oauth/login-loop#strict", scratch)
    let page = try Program.run("export", path, "--to", "mermaid")
    #expect(page.status == 0 && page.output.contains("sequenceDiagram"), "\(page.error)")
    let again = try Program.run("export", path, "--to", "har")
    let masked = try Program.run("why", try scratch.file("again.har", again.output))
    #expect(masked.output.contains("(cookie-withheld)"), "\(masked.output)")
    let lines = try Program.run("play", path)
    #expect(lines.status == 0 && lines.output.contains("step signin"), "\(lines.error)")
    let same = try Program.run("diff", path, path)
    #expect(same.status == 0, "\(same.error)")
  }
}

@Suite struct `mitmproxy` {
  private static func program() -> String? {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/mitmdump" }
    let named = environment["AUTHSCOPE_MITMDUMP"].map { [$0] } ?? []
    return (named + folders).first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  @Test(arguments: [
    ("oauth/login-loop#strict", "cookie-withheld"),
    ("oauth/login-loop#oversized", "cookie-oversized"),
    ("oauth/login-loop#form-post-lax", "form-post-lax"),
  ])
  func `reads what is exported, and what it writes says the same`(run: String, cause: String) throws
  {
    guard let program = Self.program() else {
      print("skipped: mitmdump is not installed (AUTHSCOPE_MITMDUMP names it)")
      return
    }
    let scratch = try Scratch()
    let parts = run.split(separator: "#").map(String.init)
    let path = scratch.url.appending(path: "run.har").path
    let other = scratch.url.appending(path: "other.har").path
    let exported = try Program.run(
      "export", parts[0], "--variant", parts[1], "--to", "har", "--reveal", "-o", path)
    try #require(exported.status == 0, "\(exported.error)")
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["-nr", path, "--set", "hardump=\(other)"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(!said.contains("Error"), "\(said)")
    let found = try JSONValue.parse(try Program.run("why", other, "--json").output)
    #expect(found["cause"]?["id"]?.string == cause)
    #expect(found["import"]?["writer"]?.string == "mitmproxy")
    let own = try JSONValue.parse(try Program.run("why", path, "--json").output)
    #expect(found["import"]?["entries"]?.integer == own["import"]?["entries"]?.integer)
  }
}
