import Cryptography
import Foundation
import Testing
import Tokens
import Wire

@Suite struct `authscope audit` {
  private let cookie = "Set-Cookie: sid=Zq7xPm2kLw9RtYv4BnJc8A; Path=/; HttpOnly; SameSite=Lax"

  private func json(_ arguments: String...) throws -> JSONValue {
    try JSONValue.parse(Program.run(["audit"] + arguments + ["--json"]).output)
  }

  private func found(_ json: JSONValue) -> [String] {
    (json["answers"]?.array ?? []).filter { $0["answer"]?.string == "found" }
      .compactMap { $0["rule"]?.string }
  }

  // What is audited.

  @Test func `knows a scenario, a variant, and a setting`() throws {
    let weak = try json("session/logout-revocation#cookie-only-logout")
    #expect(weak["source"]?["kind"]?.string == "run")
    #expect(found(weak).contains("session-logout"))
    let options = try json("session/logout-revocation", "--variant", "cookie-only-logout")
    #expect(found(options) == found(weak))
    let set = try json("session/logout-revocation", "--set", "defences.http-only=off")
    #expect(found(set).contains("K5-cookie-http-only"))
    let whole = try json("session/logout-revocation#main")
    #expect(!found(whole).contains("session-logout"))
  }

  @Test func `knows a saved run, a HAR, a token and a header by their content`() throws {
    let scratch = try Scratch()
    let run = scratch.url.appending(path: "a").path
    _ = try Program.run("run", "jwt/alg-none", "--variant", "header-chooses", "--save", run)
    let saved = try json(run)
    #expect(saved["source"]?["kind"]?.string == "run")
    #expect(found(saved).contains("K1-alg-pinned"))

    let har = scratch.url.appending(path: "b").path
    _ = try Program.run(
      "export", "session/xss-theft", "--variant", "readable-cookie", "--to", "har", "--reveal",
      "-o", har)
    let archive = try json(har)
    #expect(archive["source"]?["kind"]?.string == "archive")
    #expect(found(archive).contains("K5-cookie-http-only"))

    let token = try scratch.file("c", Fixture.token() + "\n")
    #expect(try json(token)["source"]?["kind"]?.string == "token")
    let header = try scratch.file("d", cookie + "\n")
    #expect(try json(header)["source"]?["kind"]?.string == "cookie")
  }

  @Test func `knows tokens and headers as they are copied, and standard input`() throws {
    let token = try Fixture.token()
    for text in [token, "Bearer \(token)", "Authorization: Bearer \(token)"] {
      #expect(try json(text)["source"]?["kind"]?.string == "token", "\(text)")
    }
    for text in [cookie, String(cookie.dropFirst(12)), "set-cookie: a=b", "a=b"] {
      #expect(try json(text)["source"]?["kind"]?.string == "cookie", "\(text)")
    }
    let piped = try Program.run("audit", "-", "--json", input: Data((cookie + "\n").utf8))
    #expect(try found(JSONValue.parse(piped.output)) == found(json(cookie)))
  }

  @Test(arguments: [
    (["session/logn"], "Did you mean session/login?"),
    (["session/login#nope"], "has no variant nope"),
    (["session/login#readable-cookie", "--variant", "other"], "names one variant"),
    (["a=b", "--variant", "x"], "are for scenarios"),
    (["eyJ.a.b"], "The token cannot be read"),
    ([], "Name a source"),
    (["--rules", "a=b"], "--rules takes no source"),
  ])
  func `refuses what it cannot audit`(arguments: [String], words: String) throws {
    let result = try Program.run(["audit"] + arguments)
    #expect(result.status == 2)
    #expect(result.error.contains(words), "\(result.error)")
    #expect(result.output.isEmpty)
  }

  // What it says.

  @Test func `exits with 1 on errors and warnings, with 0 on notes alone`() throws {
    #expect(try Program.run("audit", cookie).status == 1)
    let note = try Program.run("audit", cookie + "; Secure")
    #expect(note.status == 0)
    #expect(note.output.hasPrefix("Set-Cookie: 1 note\n"), "\(note.output)")
    let good = try Program.run("audit", "session/cookie-tossing")
    #expect(good.status == 0)
    #expect(good.output.hasPrefix("session/cookie-tossing: nothing found\n"))
  }

  @Test func `says what was seen and where, why, what to do, and what it cannot see`() throws {
    let text = try Program.run("audit", "session/csrf#lax-and-get").output
    for part in [
      "error: csrf-defence", "own/2, shop", "Why: The browser adds the cookie",
      "Do: A token in each form", "OWASP ASVS 3.5.1", "Shown by session/csrf#lax-only",
      "Not found (",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let header = try Program.run("audit", cookie).output
    #expect(header.contains("rules ask for more than this header"))
    let scratch = try Scratch()
    let har = scratch.url.appending(path: "b.har").path
    _ = try Program.run("export", "session/csrf", "--to", "har", "-o", har)
    let file = try Program.run("audit", har).output
    #expect(file.contains("Cannot be seen from this file ("))
    #expect(file.contains("Send the form without its token"))
  }

  // Silencing.

  @Test func `a silenced rule is shown as silenced and fails nothing`() throws {
    let ignored = "K5-cookie-secure=a test system without TLS"
    let result = try Program.run("audit", cookie, "--ignore", ignored)
    #expect(result.status == 0)
    #expect(result.output.contains("silenced: K5-cookie-secure: "))
    #expect(result.output.contains("a test system without TLS"))
    let json = try json(cookie, "--ignore", ignored)
    #expect(json["fails"]?.bool == false)
    let answer = json["answers"]?.array?.first { $0["rule"]?.string == "K5-cookie-secure" }
    #expect(answer?["silenced"]?.string == "a test system without TLS")
    #expect(json["silences"]?.array?.first?["used"]?.bool == true)
  }

  @Test func `a silence that silences nothing is told`() throws {
    let result = try Program.run("audit", cookie + "; Secure", "--ignore", "jwt-exp=no tokens")
    #expect(result.error.contains("jwt-exp is silenced (--ignore), and was not found"))
  }

  @Test(arguments: [
    ("K5-cookie-secure", "say why"), ("K5-cookie-secure=", "say why"),
    ("K5-cookie-secur=x", "Did you mean K5-cookie-secure?"),
    ("zzz=x", "`authscope audit --rules` lists them all"),
  ])
  func `a silence wants a rule and a reason`(text: String, words: String) throws {
    let result = try Program.run("audit", cookie, "--ignore", text)
    #expect(result.status == 2)
    #expect(result.error.contains(words), "\(result.error)")
  }

  @Test func `a file beside the source silences too, and is checked`() throws {
    let scratch = try Scratch()
    let header = try scratch.file("header", cookie)
    let path = try scratch.file(
      ".authscope-audit.yaml",
      """
      authscope: 1
      silence:
        - rule: K5-cookie-secure
          reason: A test system without TLS.
      """)
    let result = try Program.run("audit", header)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains(".authscope-audit.yaml:3"))
    #expect(try Program.run("check", path).status == 0)

    let wrong = try scratch.file(
      "wrong.yaml",
      """
      authscope: 1
      silence:
        - rule: K5-cookie-secur
          reason: x
        - rule: jwt-exp
      """)
    for arguments in [["check", wrong], ["audit", cookie, "--silences", wrong]] {
      let refused = try Program.run(arguments)
      #expect(refused.status == 2)
      #expect(refused.error.contains("no rule is called K5-cookie-secur"), "\(refused.error)")
      #expect(refused.error.contains("did you mean K5-cookie-secure?"))
      #expect(refused.error.contains("reason is missing"))
    }
  }

  // Rules.

  @Test func `lists its rules, and docs/audit.md is what it says of them`() throws {
    let page = try String(
      contentsOf: Program.root.appending(path: "docs/audit.md"), encoding: .utf8)
    let result = try Program.run("audit", "--rules", "--markdown")
    let isCurrent = result.output == page
    #expect(isCurrent, "docs/audit.md is old; ./run audit --rules --markdown > docs/audit.md")
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let list = try #require(
      try JSONValue.parse(Program.run("audit", "--rules", "--json").output).array)
    let lines = try Program.run("audit", "--rules").output.split(separator: "\n")
    #expect(list.count == lines.count)
    for rule in list { #expect(page.contains("\n## \(rule["rule"]?.string ?? "")\n")) }
  }
}
