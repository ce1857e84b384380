import Exporters
import Simulation
import Testing
import Trace
import Wire

@Suite struct `Exports of the library` {
  private static let forms = ExportForm.all.filter { $0.write != nil }

  /// Each scenario as a reader meets it first.
  private static func trace(_ scenario: Scenario) -> Trace {
    play(scenario, RunInputs(variant: scenario.opens))
  }

  private static func text(_ form: ExportForm, _ trace: Trace, reveals: Bool = false) -> String {
    form.write?(RunDocument(trace, reveals: reveals)) ?? ""
  }

  @Test(arguments: Library.scenarios)
  func `hold no secret of the run, in no encoding`(scenario: Scenario) {
    let trace = Self.trace(scenario)
    let index = SecretIndex(trace)
    for form in Self.forms {
      let text = Self.text(form, trace)
      let found = index.annotate(text, nested: true).filter { $0.form != .reference }
      let names = Set(found.map { trace.secret($0.secret).name + " " + $0.form.rawValue })
      #expect(names.isEmpty, "\(form.name): \(names.sorted())")
    }
  }

  @Test func `hold the secrets that are asked for`() throws {
    let scenario = try #require(Library.scenarios.first { $0.id == "oauth/code-flow" })
    let trace = Self.trace(scenario)
    let code = try #require(trace.secrets.first { $0.kind == .code })
    for form in Self.forms where form.name != "mermaid" {
      #expect(Self.text(form, trace, reveals: true).contains(code.value), "\(form.name)")
      #expect(!Self.text(form, trace).contains(code.value), "\(form.name)")
    }
  }

  @Test(arguments: Library.scenarios)
  func `are HAR 1.2 that other readers can read`(scenario: Scenario) throws {
    let trace = Self.trace(scenario)
    let form = try #require(ExportForm.named("har"))
    let log = try #require(try JSONValue.parse(Self.text(form, trace))["log"])
    #expect(log["version"]?.string == "1.2")
    let pages = Set((log["pages"]?.array ?? []).compactMap { $0["id"]?.string })
    let entries = log["entries"]?.array ?? []
    #expect(entries.count == RunDocument(trace, reveals: false).webExchangeCount)
    for entry in entries {
      let url = try #require(entry["request"]?["url"]?.string)
      #expect(WireURL(url) != nil, "\(url)")
      #expect(pages.contains(entry["pageref"]?.string ?? ""))
      for part in ["startedDateTime", "time", "cache", "timings"] { #expect(entry[part] != nil) }
      for part in ["method", "httpVersion", "cookies", "headers", "queryString", "headersSize"] {
        #expect(entry["request"]?[part] != nil, "\(part)")
      }
      for part in ["status", "statusText", "cookies", "headers", "content", "redirectURL"] {
        #expect(entry["response"]?[part] != nil, "\(part)")
      }
    }
  }

  @Test(arguments: Library.scenarios)
  func `are diagrams whose lines are all of the grammar`(scenario: Scenario) throws {
    let form = try #require(ExportForm.named("mermaid"))
    let lines = Self.text(form, Self.trace(scenario)).split(separator: "\n").map(String.init)
    #expect(lines[1] == "sequenceDiagram")
    let known = try [
      "autonumber", #"(actor|participant) p\d+ as .+"#, #"p\d+-?->>p\d+: .+"#,
      #"Note (over|right of) p\d+(,p\d+)?: .+"#,
    ].map { try Regex("  " + $0) }
    for line in lines.dropFirst(2) {
      #expect(known.contains { line.wholeMatch(of: $0) != nil }, "\(line)")
      // Whatever could be syntax stands as an entity code.
      let text = line.split(separator: ": ", maxSplits: 1).last ?? ""
      let rest = text.replacing(/#\d+;/, with: "")
      #expect(!rest.contains { "#;<>{}`".contains($0) }, "\(line)")
    }
  }

  @Test(arguments: Library.scenarios)
  func `are pages that ask nobody for anything`(scenario: Scenario) throws {
    let form = try #require(ExportForm.named("html"))
    let page = Self.text(form, Self.trace(scenario))
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(!page.contains(/(src|href)="(?!data:,")/))
    #expect(!page.contains(/@import|url\(/))
    #expect(page.contains("default-src 'none'"))
    for tag in ["section", "article", "details", "table", "ul", "pre", "main"] {
      let opened = page.matches(of: try Regex("<\(tag)[ >]")).count
      let closed = page.matches(of: try Regex("</\(tag)>")).count
      #expect(opened == closed, "\(tag)")
    }
  }

  @Test func `tell the story: parties, explanations, refusals`() throws {
    let scenario = try #require(Library.scenarios.first { $0.id == "session/logout-revocation" })
    let trace = play(scenario)
    let form = try #require(ExportForm.named("markdown"))
    let text = Self.text(form, trace)
    #expect(text.contains("# Logging out must end the session on the server"))
    #expect(text.contains("Logout does two things"))
    for name in ["markdown", "html"] {
      let told = Self.text(try #require(ExportForm.named(name)), trace)
      #expect(told.contains("What does she get with it now?"), "\(name)")
      #expect(told.contains("What the run says"), "\(name)")
    }
    #expect(text.contains("**Refused**, session-known"))
    #expect(text.contains("```mermaid"))
    #expect(text.contains("**The system held.**"))
  }

  @Test func `put nothing into a shell but what is quoted`() throws {
    let scenario = try #require(Library.scenarios.first { $0.id == "session/login" })
    let form = try #require(ExportForm.named("curl"))
    let text = Self.text(form, play(scenario))
    #expect(text.contains("--request POST"))
    #expect(text.contains("--data-raw 'user=alice&password={password#1}'"))
    let commands = text.components(separatedBy: "\ncurl ").count - 1
    #expect(commands == 5)
  }
}
