import CellUI
import Guide
import Simulation
import Testing
import Trace
import Wire

@testable import Explorer

/// `W`: what the words in sight mean, from any screen and back.
@Suite struct GlossaryTests {
  private func words(_ stage: Stage) -> GlossaryState? {
    if case .glossary(let words) = stage.loop.state.overlay { words } else { nil }
  }

  @Test func `the words in sight come first, the one under the cursor before them`() throws {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation", message: 2)
    stage.press("2", "j", "j", "W")
    let list = try #require(words(stage))
    #expect(list.inSight > 3)
    #expect(list.rows.prefix(list.inSight).contains { $0.word == "cookie" })
    #expect(list.rows.first?.word == "Set-Cookie")
    #expect(stage.text.contains("A cookie that the server asks the browser to keep."))
    stage.press("Esc")
    #expect(stage.loop.state.overlay == nil)
    #expect(stage.run?.position == 1)
  }

  @Test func `checks and defences are words too, under the cursor first`() throws {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation")
    stage.press("5", "W")
    let first = try #require(words(stage)?.rows.first)
    #expect(first.kind == "defence")
    #expect(first.word == stage.run?.model.trace.defences.first?.id.text)
    stage.press("Esc", "1", "Enter", "W")
    #expect(words(stage)?.rows.first?.kind == "check")
  }

  @Test func `it is reached from every screen, and Esc goes back there`() throws {
    var stage = try Stage()
    func look(_ keys: String...) {
      for key in keys { stage.press(key) }
      let before = stage.loop.state.screen
      stage.press("W")
      #expect(words(stage) != nil, "\(keys)")
      stage.press("Esc")
      #expect(stage.loop.state.overlay == nil)
      #expect(stage.loop.state.screen == before, "\(keys)")
    }
    look("Home")
    look("d")
    look("q", "?")
    look("q", "M")
    look("q", "j", "Enter")
    look("5", "Space", "=")
    #expect(stage.loop.state.screen == .compare)
    look("q")
    stage.paste(try BenchTests.token())
    look("3")
  }

  @Test func `typing finds other words, the word itself first`() throws {
    var stage = try Stage()
    stage.press("W")
    stage.type("nonce")
    #expect(words(stage)?.rows.first?.word == "nonce")
    stage.type(" zzz")
    #expect(stage.text.contains("No word fits."))
  }

  @Test func `Enter opens the lesson that begins with the word`() throws {
    var stage = try Stage()
    stage.press("W")
    stage.type("revoke")
    stage.press("Enter")
    #expect(stage.run?.scenario.id == "session/logout-revocation")
    stage.press("W")
    stage.type("htu")
    stage.press("Enter")
    #expect(stage.text.contains("No lesson is about htu alone"))
  }

  @Test func `words are found whole, in any case, and over several words`() {
    let search = GlossarySearch("An Authorization\nCode, unlike a codec; session-known: x_y")
    func place(_ word: String) -> Int? {
      search.place(of: GlossaryEntry(word: word, meaning: "", reference: ""))
    }
    #expect(place("authorization code") == 1)
    #expect(place("cod") == nil)
    #expect(place("session-known") != nil)
    #expect(place("session") == nil)
    #expect(place("x_y") != nil)
  }

  @Test func `every word that the course introduces is in the glossary`() throws {
    let text = try String(
      contentsOf: LibraryWalkTests.folder.appending(path: "course.yaml"), encoding: .utf8)
    var count = 0
    for line in text.split(separator: "\n") where line.contains("words: [") {
      let list = line.split(separator: "[")[1].split(separator: "]")[0]
      for word in list.split(separator: ",") {
        let name = word.trimmingCharacters(in: .whitespaces)
        count += 1
        #expect(Glossary.term(name) != nil, "\(name)")
      }
    }
    #expect(count > 60)
  }

  /// Names that say what they are: an item's, a user's, a counter's.
  private static let plain: Set<String> = [
    "user", "username", "password", "name", "email", "item", "amount", "to", "note", "count",
    "items", "orders", "address", "id", "picture", "message", "title", "city", "page", "status",
  ]

  @Test func `the fields of protocol messages and tokens are in the glossary`() {
    var missing: [String: Int] = [:]
    for scenario in LibraryWalkTests.scenarios {
      let trace = Stage.play(
        scenario, RunRequest(scenario: scenario.id, variant: scenario.opens))
      for record in trace.records {
        for name in Self.names(record.event) where Glossary.term(name) == nil {
          missing[name, default: 0] += 1
        }
      }
    }
    let unknown = missing.filter { !Self.plain.contains($0.key) && $0.value >= 12 }
    #expect(unknown.isEmpty, "\(unknown.sorted { $0.value > $1.value })")
  }

  private static func names(_ event: Event) -> [String] {
    if let sent = event.sent {
      let isProtocol =
        sent.request.url.path.hasPrefix("/authorize") || sent.request.form["grant_type"] != nil
      return sent.request.headers.fields.map(\.name)
        + (isProtocol ? (sent.request.url.query + sent.request.form).map(\.name) : [])
    }
    if let answer = event.received {
      let isToken = answer.response.jsonBody?["access_token"] != nil
      return answer.response.headers.fields.map(\.name)
        + (isToken ? answer.response.jsonBody?.names ?? [] : [])
    }
    return []
  }
}
