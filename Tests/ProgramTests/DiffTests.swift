import Foundation
import Testing

@Suite struct `authscope diff` {
  private let broken = "session/logout-revocation#cookie-only-logout"
  private let mended = "session/logout-revocation"

  @Test func `names the first difference, all of them, and what each run cost`() throws {
    let result = try Program.run("diff", broken, mended)
    #expect(result.status == 1, "\(result.error)")
    #expect(result.output.contains("First difference: "), "\(result.output)")
    #expect(result.output.contains("first in store: "))
    #expect(result.output.contains("first in message: "))
    #expect(result.output.contains("kept here, deleted there"))
    #expect(result.output.contains("verdict: the attack worked | secure"))
    #expect(result.output.contains("cost in store writes: "))
    #expect(result.error.isEmpty)
  }

  @Test func `says that equal runs are alike, and exits with 0`() throws {
    for name in ["session/login", "session/login#main"] {
      let result = try Program.run("diff", "session/login", name)
      #expect(result.status == 0, "\(result.output)")
      #expect(result.output.contains("The runs are alike"))
    }
  }

  @Test func `reads saved runs, and finds what a change by hand has done`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "a.run").path
    let saved = try Program.run(
      "run", mended, "--variant", "cookie-only-logout", "--save", path)
    try #require(saved.status == 0, "\(saved.error)")
    let same = try Program.run("diff", path, broken)
    #expect(same.status == 0, "\(same.output)")
    let other = try Program.run("diff", mended, path)
    #expect(other.status == 1)
    #expect(other.output.contains("deleted here, kept there"), "\(other.output)")
  }

  @Test func `prints the same as JSON`() throws {
    let result = try Program.run("diff", broken, mended, "--json")
    #expect(result.status == 1)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(json["alike"] as? Bool == false)
    let first = try #require(json["first"] as? [String: Any])
    #expect(first["area"] as? String == "store")
    let all = try #require(json["differences"] as? [[String: Any]])
    #expect(all.contains { ($0["area"] as? String) == "checks" })
    let fields = try #require(
      all.first { ($0["area"] as? String) == "message" }?["fields"] as? [[String: Any]])
    #expect(fields.contains { $0["name"] as? String == "status" })
    let a = try #require(json["a"] as? [String: Any])
    #expect(a["variant"] as? String == "cookie-only-logout")
    #expect((a["cost"] as? [String: Any])?["requests"] as? Int != nil)
    let alike = try Program.run("diff", broken, broken, "--json")
    #expect(alike.status == 0 && alike.output.contains("\"alike\": true"))
  }

  @Test func `refuses what it cannot read or compare, with the remedy`() throws {
    let typo = try Program.run("diff", "session/logn", mended)
    #expect(typo.status == 2 && typo.error.contains("Did you mean session/login?"))
    let variant = try Program.run("diff", mended, mended + "#cookie-only-logut")
    #expect(
      variant.status == 2 && variant.error.contains("Did you mean cookie-only-logout?"),
      "\(variant.error)")
    let strangers = try Program.run("diff", "oauth/device-code", "session/weak-ids")
    #expect(strangers.status == 2, "\(strangers.output)")
    #expect(strangers.error.contains("have no step in common"))
    let scratch = try Scratch()
    let text = try scratch.file("notes.txt", "hello")
    #expect(try Program.run("diff", text, mended).status == 2)
    #expect(try Program.run("diff", "--help").output.contains("Example: authscope diff"))
  }
}
