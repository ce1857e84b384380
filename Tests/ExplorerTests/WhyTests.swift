import CellUI
import Testing
import Trace

@testable import Explorer

/// The cursor in the panes, the way back from what it stands on, values whole, copies.
@Suite struct WhyScreenTests {
  private func replay() throws -> Stage {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation", message: 6)
    stage.press("Enter")
    return stage
  }

  private func links(_ stage: Stage) -> [WhyLink] {
    if case .why(let why) = stage.loop.state.overlay { why.links } else { [] }
  }

  @Test func `w leads from a stolen cookie to what was not done, and Enter goes there`() throws {
    var stage = try replay()
    stage.press("2", "j", "j", "j")
    #expect(stage.run?.selection(stage.loop.state.size).name == "the cookie sid")
    stage.press("w")
    #expect(links(stage).map(\.sign) == [.subject, .omitted, .attack, .stored, .stored, .made])
    #expect(stage.text.contains("NOT DONE: delete the session row"))
    stage.press("j", "Enter")
    #expect(stage.run?.position == 2)
    #expect(stage.loop.state.overlay == nil)
    #expect(stage.text.contains("Message 3. w asks again"))
  }

  @Test func `without a cursor w asks of the check that failed, else of the message`() throws {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation")
    stage.press("b", "j", "Enter", "g", "6", "Enter")
    stage.press("Enter", "l")
    #expect(stage.run?.selection(stage.loop.state.size).name == "the check session-known")
    stage.press("w")
    #expect(links(stage).contains { $0.sign == .removed })
    stage.press("Esc", "1", "h", "w")
    #expect(links(stage).first?.text == "Mallory sends GET /me")
  }

  @Test func `a row, a claim, a check and a defence each have a way back`() throws {
    var stage = try Stage()
    stage.loop.open("jwt/alg-none", message: 6)
    stage.press("l", "l", "4")
    var names: [String] = []
    for _ in 0..<40 {
      stage.press("j", "w")
      #expect(links(stage).count > 1)
      names.append(stage.run?.selection(stage.loop.state.size).name ?? "")
      stage.press("Esc")
    }
    for name in ["alg of the header", "the claim role", "the signature", "the check signature"] {
      #expect(names.contains(name), "\(names)")
    }
    stage.press("5", "w")
    #expect(links(stage).first?.text.hasPrefix("the defence pin-algorithm") == true)
  }

  @Test func `j and k go from value to value, Enter opens one whole, Esc gives the cursor back`()
    throws
  {
    var stage = try Stage()
    stage.loop.open("jwt/alg-none", message: 3)
    stage.press("2", "j", "j", "k", "j", "j", "Enter")
    #expect(stage.text.contains("the header Authorization"))
    #expect(stage.text.contains("Bearer eyJ"))
    stage.press("y")
    #expect(stage.outbox.copied.last?.hasPrefix("Bearer eyJ") == true)
    stage.press("Esc", "y")
    #expect(stage.outbox.copied.count == 2)
    #expect(stage.outbox.copied.first == stage.outbox.copied.last)
    stage.press("Esc")
    #expect(stage.run?.panes.cursor.isEmpty == true)
  }

  @Test func `Enter on a check goes into the checks just there`() throws {
    var stage = try Stage()
    stage.loop.open("jwt/alg-none", message: 4)
    stage.press("2")
    for _ in 0..<9 { stage.press("j") }
    let thing = try #require(stage.run?.selection(stage.loop.state.size))
    #expect(thing.name.hasPrefix("the check "))
    stage.press("Enter")
    let check = try #require(stage.run?.walk.check)
    #expect(stage.run?.checks.rows[check].check.id.text == String(thing.name.dropFirst(10)))
  }

  @Test func `a verdict is copied with the command that shows it`() throws {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation")
    stage.press("b", "j", "Enter", "g", "6", "Enter")
    stage.press("Enter", "l", "2")
    for _ in 0..<20
    where stage.run?.selection(stage.loop.state.size).isVerdict == false
      || stage.run?.panes.cursor.isEmpty == true
    {
      stage.press("j")
    }
    stage.press("y")
    let copied = try #require(stage.outbox.copied.last)
    #expect(copied.contains("\nauthscope run session/logout-revocation"))
  }

  @Test func `the cursor's bar never leaves its pane`() throws {
    var stage = try replay()
    for (width, height) in [(120, 40), (80, 24), (100, 30), (50, 14), (200, 60)] {
      stage.resize(width, height)
      for pane in ["2", "3", "4"] {
        stage.press(pane)
        for _ in 0..<30 { stage.press("j") }
        let frame = stage.frame
        let rows = Set(
          frame.grid.cells.indices.filter {
            frame.grid.cells[$0].emphasis.contains(.selected)
          }.map { $0 / width })
        #expect(rows.isEmpty || rows.max() ?? 0 < height - 1)
      }
    }
  }

  @Test func `no chain tells the same twice, whatever one points at`() {
    var asked = 0
    for (number, scenario) in LibraryWalkTests.scenarios.enumerated() where number % 6 == 0 {
      var run = LibraryWalkTests().run(scenario, scenario.opens)
      run.branches[0].unveiled = true
      run.walk.position = run.model.lastMoment
      run.panes.showsAllRows = true
      let size = Size(width: 200, height: 60)
      for pane in [Pane.message, .stores, .token] {
        run.panes.focus = pane
        run.panes.shown = pane
        for target in RunView(run, size: size).targets(of: pane).prefix(12) {
          let links = run.chain.links(target.thing.subject)
          let words = links.map { "\($0.sign) \($0.text)" }
          asked += 1
          #expect(!links.isEmpty, "\(scenario.id) \(target.thing.name)")
          #expect(Set(words).count == words.count, "\(scenario.id) \(target.thing.name)")
          #expect(links.allSatisfy { !$0.text.isEmpty && !$0.text.contains("nil") })
        }
      }
    }
    #expect(asked > 100)
  }

  @Test func `a cookie that goes along again and again is told once, with the request`() throws {
    let scenario = try #require(LibraryWalkTests.scenarios.first { $0.id == "session/csrf" })
    var run = LibraryWalkTests().run(scenario, scenario.opens)
    run.branches[0].unveiled = true
    let laptop = try #require(
      run.model.trace.parties.indices.first {
        run.model.trace.parties[$0].title == "Alice's laptop"
      })
    let last = try #require(
      run.model.trace.records.compactMap { record -> CookieDecision? in
        if case .cookie(let it) = record.event, it.fate == .attached { it } else { nil }
      }.last)
    let links = run.chain.links(
      .cookie(client: PartyID(laptop), host: last.host, name: last.name))
    let sent = links.filter { $0.sign == .sent }.map(\.text)
    #expect(!sent.isEmpty)
    #expect(sent.allSatisfy { $0.hasPrefix("It goes with ") && !$0.contains("a request") })
    #expect(Set(sent).count == sent.count)
    #expect(links.count { $0.sign == .stored && $0.text.contains("keeps it") } <= 1)
  }
}
