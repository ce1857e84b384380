import CellUI
import Testing
import Trace

@testable import Explorer

/// Running to a place, searching all data, filtering the sequence.
@Suite struct FindingTests {
  private func stage(_ id: String = "session/logout-revocation", message: Int = 1) throws -> Stage {
    var stage = try Stage()
    stage.loop.open(id, message: message)
    return stage
  }

  private func run(to place: String, _ stage: inout Stage) {
    stage.press("r")
    stage.type(place)
    stage.press("Enter")
  }

  // Run to.

  @Test func `r runs to a party, a URL, a store, a secret`() throws {
    for (place, message) in [
      ("party mallory", 3), ("/logout", 4), ("store sessions", 2), ("sid#1", 2),
    ] {
      var stage = try stage()
      run(to: place, &stage)
      #expect(stage.run?.position == message - 1, "\(place)")
    }
  }

  @Test func `r runs to the check that fails, and stops at a question on the way`() throws {
    var stage = try stage()
    stage.press("b", "j", "Enter")
    run(to: "session-known fails", &stage)
    #expect(stage.run?.isAsking == true)
    #expect(stage.text.contains("A question stands before message 7."))
    stage.press("Enter")
    run(to: "any check", &stage)
    #expect(stage.run?.position == 6)
    #expect(stage.text.contains("session-known"))
  }

  @Test func `where nothing more is there, r says so`() throws {
    var stage = try stage(message: 4)
    run(to: "/login", &stage)
    #expect(stage.run?.position == 3)
    #expect(stage.text.contains("URL /login: not after here; the last place is message 1."))
    stage.press("r")
    stage.type("no such thing")
    #expect(stage.text.contains("Nothing in this run is called so."))
    stage.press("Enter")
    #expect(stage.loop.state.overlay == nil)
  }

  @Test func `g goes to a step by its name`() throws {
    var stage = try stage()
    stage.press("g")
    stage.type("logout")
    stage.press("Enter")
    #expect(stage.run?.position == 3)
    stage.press("g")
    stage.type("nowhere")
    stage.press("Enter")
    #expect(stage.text.contains("There are messages 1 to 7, and no step nowhere."))
  }

  // Search.

  @Test func `a search finds messages, rows, checks, tokens and explanations, and counts them`()
    throws
  {
    var stage = try stage("jwt/alg-none")
    for (text, pane) in [
      ("wonderland", Pane.message), ("refresh#1", .stores), ("algorithm-allowed", .message),
      ("\"user\"", .token), ("Alice gets a signed", .message),
    ] {
      stage.press("/")
      stage.type(text)
      #expect(stage.text.contains(" in "), "\(text)")
      stage.press("Enter")
      let search = try #require(stage.run?.search)
      #expect(search.hits.contains { $0.pane == pane }, "\(text)")
    }
  }

  @Test func `n and N go from hit to hit and round, and hits are marked`() throws {
    var stage = try stage()
    stage.press(":")
    stage.type("unveil")
    stage.press("Enter", "/")
    stage.type("SID#1")
    stage.press("Enter")
    let search = try #require(stage.run?.search)
    #expect(search.hits.count > 4)
    #expect(stage.text.contains("1 of \(search.hits.count)"))
    let marked = stage.frame.grid.cells.count { $0.role == .match }
    #expect(marked > 0)
    stage.press("n")
    #expect(stage.run?.search?.current == 1)
    stage.press("N", "N")
    #expect(stage.run?.search?.current == search.hits.count - 1 || stage.run?.isAsking == true)
    stage.press("Esc")
    #expect(stage.run?.search == nil)
    #expect(!stage.frame.grid.cells.contains { $0.role == .match })
    stage.press("n")
    #expect(stage.text.contains("There is no search: / begins one."))
  }

  @Test func `what is nowhere says so`() throws {
    var stage = try stage()
    stage.press("/")
    stage.type("xyzzy")
    #expect(stage.text.contains("nowhere"))
    stage.press("Enter")
    #expect(stage.text.contains("\"xyzzy\" is nowhere in this run."))
    #expect(stage.run?.search == nil)
  }

  @Test func `letters' case does not matter, and places are found behind one another`() {
    let search = FoldedSearch("aB")
    #expect(search.all(in: "ABab xAb") == [0..<2, 2..<4, 6..<8])
    #expect(search.all(in: "a") == [])
    #expect(FoldedSearch("").all(in: "abc") == [])
    #expect(
      FoldedSearch("b").marked([Span("äbc", .strong)]) == [
        Span("ä", .strong), Span("b", .match), Span("c", .strong),
      ])
  }

  @Test func `a run too long to keep in the index is searched as one that is kept`() throws {
    let stage = try stage()
    let model = try #require(stage.run?.model)
    for text in ["sid", "wonderland", "303", "nothing such"] {
      #expect(RunSearch(text, through: model) == RunSearch(text, in: model.searchEntries))
    }
  }

  // Filter.

  @Test func `the filter hides what does not fit, and l walks over it`() throws {
    var stage = try stage()
    stage.press("G", "Enter", "G", "h", "g", "Enter", "f")
    stage.type("mallory")
    #expect(stage.text.contains("Sequence: mallory"))
    stage.press("Enter")
    #expect(stage.text.contains("3 of 7 fit \"mallory\""))
    stage.press("l")
    #expect(stage.run?.position == 2)
    stage.press("l")
    #expect(stage.run?.position == 5)
    stage.press("h", "h")
    #expect(stage.text.contains("No message before it fits the filter"))
    stage.press("f", "Esc")
    #expect(stage.run?.filter == nil)
    #expect(stage.text.contains("All messages are shown."))
  }

  @Test func `what has not been seen is never filtered`() throws {
    var stage = try stage()
    stage.press("f")
    stage.type("logout")
    stage.press("Enter", "l")
    #expect(stage.run?.position == 1)
  }

  @Test func `v shows the sequence as lines and back`() throws {
    var stage = try stage(message: 2)
    #expect(!stage.text.contains("Alice's laptop > app#1: POST /login"))
    stage.press("v")
    #expect(stage.text.contains("Alice's laptop > app#1: POST /login"))
    stage.press("v", "2", "v")
    #expect(stage.run?.panes.showsBytes == true)
    #expect(stage.run?.panes.showsLines == false)
  }

  @Test
  func `a search of one pane finds nothing elsewhere, and its hits are lit one after the other`()
    throws
  {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation", message: 2)
    stage.press("3", ":")
    stage.type("search-pane")
    stage.press("Enter")
    #expect(stage.text.contains("Search the pane Stores, through the whole run"))
    stage.type("sid")
    stage.press("Enter")
    let hits = try #require(stage.run?.search?.hits)
    #expect(!hits.isEmpty)
    #expect(hits.allSatisfy { $0.pane == .stores })
    stage.press("Esc", "/")
    stage.type("sid")
    stage.press("Enter")
    #expect((stage.run?.search?.hits.count ?? 0) > hits.count)
  }

  @Test func `n goes from hit to hit within a pane that scrolls`() throws {
    var stage = try Stage(Size(width: 80, height: 24))
    stage.loop.open("jwt/alg-none", message: 3)
    stage.press("4", "/")
    stage.type("a")
    stage.press("Enter")
    var lit: Set<Int> = []
    for _ in 0..<12 {
      if let run = stage.run, let search = run.search { lit.insert(search.ordinal(in: .token)) }
      stage.press("n")
    }
    #expect(lit.count > 1)
  }
}
