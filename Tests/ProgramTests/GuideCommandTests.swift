import Foundation
import Testing
import Wire

@Suite struct `authscope compare` {
  @Test func `measures every mechanism under the load that was asked for`() throws {
    let result = try Program.run(
      "compare", "--users", "2", "--pages", "3", "--servers", "2", "--lifetime", "5m", "--json")
    #expect(result.status == 0)
    let json = try JSONValue.parse(result.output)
    #expect(json["workload"]?["lifetimeSeconds"]?.integer == 300)
    guard case .array(let mechanisms)? = json["mechanisms"] else {
      Issue.record("no mechanisms")
      return
    }
    #expect(mechanisms.map { $0["id"]?.string } == ["session", "jwt", "jwt-list", "oauth"])
    #expect(mechanisms.map { $0["pages"]?["reads"]?.integer } == [6, 0, 6, 0])
    #expect(mechanisms.allSatisfy { $0["pagesRefused"]?.integer == 0 })
    #expect(mechanisms[0]["revokedAfterSeconds"]?.integer == 0)
    #expect((mechanisms[1]["revokedAfterSeconds"]?.integer ?? 0) > 290)
  }

  @Test func `prints a table for people`() throws {
    let result = try Program.run("compare", "--users", "1", "--pages", "1")
    #expect(result.output.contains("1 users, 1 pages each, one every 60 s, 3 servers"))
    #expect(result.output.contains("a copy works on after the sign-out"))
    #expect(result.output.contains("Session"))
  }

  @Test(arguments: [
    (["--users", "501"], "--users is 501; it goes from 1 to 500."),
    (["--users", "100", "--pages", "100"], "--users times --pages is 10000; 5000 pages at most."),
    (["--pause", "soon"], "--pause soon is no span of time: 90s, 15m, 1h30m, 7d."),
    (["--lifetime", "5s"], "--lifetime is 5; it goes from 10 to 2592000."),
  ])
  func `refuses figures that make no sense`(options: [String], words: String) throws {
    let result = try Program.run(["compare"] + options)
    #expect(result.status == 2)
    #expect(result.error.contains(words), "\(result.error)")
  }
}

@Suite struct `authscope decide` {
  @Test func `gives advice with its reasons, its price and its scenario`() throws {
    let result = try Program.run("decide", "accounts=here", "callers=pages")
    #expect(result.status == 0)
    #expect(result.output.contains("A session with a cookie"))
    #expect(result.output.contains("callers=pages: One backend"))
    #expect(result.output.contains("The price: "))
    #expect(result.output.contains("authscope explore combined/decision-server-rendered"))
  }

  @Test func `says which question is open, and exits with 1`() throws {
    let result = try Program.run("decide", "accounts=elsewhere")
    #expect(result.status == 1)
    #expect(result.output.contains("client=browser, client=native"))
  }

  @Test(arguments: [
    (["accounts=mars"], "accounts=mars: there is no such answer. Answer accounts=here,"),
    (["callers=pages"], "the question that comes now is accounts:"),
    (["accounts=delegated", "client=native"], "client=native: everything is answered already"),
  ])
  func `refuses answers that do not belong`(answers: [String], words: String) throws {
    let result = try Program.run(["decide"] + answers)
    #expect(result.status == 2)
    #expect(result.error.contains(words), "\(result.error)")
  }

  @Test func `prints the whole tree`() throws {
    let result = try Program.run("decide", "--all")
    #expect(result.status == 0)
    #expect(result.output.contains("verifiers=many"))
    #expect(result.output.contains("OAuth 2.0: client credentials"))
  }
}
