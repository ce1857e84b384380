import CellUI
import Simulation
import Testing
import Trace

@testable import Explorer

/// Messages changed by hand, and requests of one's own: always a fork, never a rewritten past.
@Suite struct TamperTests {
  private func stage(_ id: String = "jwt/alg-none", message: Int = 3) throws -> Stage {
    var stage = try Stage()
    stage.loop.open(id, message: message)
    return stage
  }

  private func tamper(_ stage: Stage) -> TamperState? {
    if case .tamper(let tamper) = stage.loop.state.overlay { tamper } else { nil }
  }

  private func status(_ stage: Stage) -> Int? {
    guard let run = stage.run, let moment = run.moment else { return nil }
    return run.model.trace.records[moment.main].event.received?.response.status
  }

  /// Goes to a row of the editor by its words.
  private func select(_ row: TamperRow, _ stage: inout Stage) {
    stage.press("g")
    for _ in 0..<60 where tamper(stage)?.selected != row { stage.press("j") }
    #expect(tamper(stage)?.selected == row)
  }

  @Test func `alg none is forged by hand and sent within ten keys from the library`() throws {
    var stage = try Stage()
    var keys = 0
    func press(_ names: String..., in stage: inout Stage) {
      for name in names {
        stage.press(name)
        keys += 1
      }
    }
    press("/", in: &stage)
    stage.type("choose its own check")
    keys += 1
    press("Enter", "l", "l", "e", "n", "Enter", in: &stage)
    #expect(keys <= 10)
    #expect(stage.run?.branch.name == "what-if#1")
    #expect(status(stage) == 200)
    #expect(stage.run?.branch.request.interventions.count == 1)
    #expect(stage.run?.branch.change?.contains("alg \"none\", no signature") == true)
    let forged = try #require(stage.run?.model.trace.secrets.first { $0.kind == .forged })
    #expect(forged.derivedFrom != nil)
  }

  @Test func `the past is not rewritten, u takes the fork back, and the difference is shown`()
    throws
  {
    var stage = try stage()
    let before = try #require(stage.run?.model.trace.records.count)
    stage.press("e", "n")
    #expect(stage.text.contains("was \"HS256\""))
    #expect(stage.text.contains("was 32 bytes"))
    #expect(stage.run?.branches.count == 1)
    stage.press("Enter")
    #expect(stage.run?.branches.count == 2)
    #expect(stage.run?.branches.first?.model.trace.records.count == before)
    #expect(stage.run?.branch.firstDifference == 2)
    stage.press("u")
    #expect(stage.run?.branches.count == 1)
  }

  @Test func `a claim, a header and a path are edited where they stand`() throws {
    var stage = try stage()
    let bearer = TamperField.request(.header("Authorization"))
    stage.press("e", "n")
    select(.member(bearer, isHeader: false, "role"), &stage)
    stage.press("e", "Ctrl-U")
    stage.type("admin")
    stage.press("Enter")
    select(.field(.request(.path)), &stage)
    stage.press("e", "Ctrl-U")
    stage.type("/admin")
    stage.press("Enter")
    #expect(stage.text.contains("\"admin\""))
    #expect(stage.text.contains("was GET https://api.test/me"))
    stage.press("Enter")
    #expect(status(stage) == 200)
    let sent = try #require(stage.run.flatMap { $0.sent(at: $0.position - 1) })
    #expect(sent.request.url.path == "/admin")
    #expect(sent.original?.url.path == "/me")
    #expect(stage.text.contains("Changed on the way") == false)
    stage.press("h")
    #expect(stage.text.contains("Changed on the way by an attacker"))
  }

  @Test func `u takes one change back, Esc leaves, and nothing was sent`() throws {
    var stage = try stage()
    stage.press("e", "n", "t", "u")
    #expect(tamper(stage)?.draft.edits.count == 1)
    stage.press("u")
    #expect(tamper(stage)?.draft.edits.isEmpty == true)
    stage.press("u")
    #expect(stage.text.contains("Nothing has been changed yet"))
    stage.press("Enter")
    #expect(stage.text.contains("Nothing has been changed: e edits the row"))
    stage.press("Esc")
    #expect(stage.text.contains("Nothing was sent."))
    #expect(stage.run?.branches.count == 1)
  }

  // Answers.

  @Test func `an answer is changed before it arrives, always as a fork, with the difference first`()
    throws
  {
    var stage = try stage("session/logout-revocation", message: 2)
    stage.press("e")
    #expect(stage.text.contains("Message 2 before it arrives"))
    select(.field(.answer(.attributes("sid"))), &stage)
    stage.press("e", "Ctrl-U")
    stage.type("Path=/")
    stage.press("Enter")
    #expect(stage.text.contains("Set-Cookie sid"))
    stage.press("u")
    #expect(tamper(stage)?.draft.edits.isEmpty == true)
    select(.field(.answer(.status)), &stage)
    stage.press("x")
    #expect(stage.text.contains("Every answer has one."))
    stage.press("e", "Ctrl-U")
    stage.type("99")
    stage.press("Enter")
    #expect(stage.text.contains("no status"))
    stage.press("Ctrl-U")
    stage.type("500")
    stage.press("Enter")
    select(.field(.answer(.cookie("sid"))), &stage)
    stage.press("x", "Enter")
    #expect(stage.run?.branches.count == 2)
    #expect(stage.run?.branch.firstDifference == 1)
    #expect(stage.run?.position == 1)
    #expect(status(stage) == 500)
    #expect(stage.text.contains("Changed on the way back by an attacker"))
    #expect(
      stage.run?.branch.request.command.contains("edit-answer") == true)
    // What was changed is found again, and can be taken back by itself.
    stage.press("e")
    #expect(tamper(stage)?.draft.edits.count == 2)
    stage.press("Esc", "u")
    #expect(stage.run?.branches.count == 1)
  }

  @Test func `Tab goes from a request to its answer, but not to one that has not come`() throws {
    var stage = try stage("session/logout-revocation", message: 1)
    stage.press("e", "Tab")
    #expect(stage.text.contains("The answer has not come yet: l plays it."))
    stage.press("Esc", "l", "h", "e", "Tab")
    #expect(stage.text.contains("Message 2 before it arrives"))
    stage.press("Tab")
    #expect(stage.text.contains("Message 1 before it is sent"))
    select(.field(.request(.path)), &stage)
    stage.press("e", "Ctrl-U")
    stage.type("/me")
    stage.press("Enter", "Tab")
    #expect(stage.text.contains("Send what you have changed first"))
  }

  @Test func `a token in an answer is forged by a preset, and d and t are not for answers`() throws
  {
    var stage = try stage(message: 2)
    stage.press("e", "d")
    #expect(stage.text.contains("Tab goes to the request"))
    stage.press("n", "Enter")
    #expect(stage.run?.branch.change?.contains("alg \"none\"") == true)
    #expect(stage.run?.branch.change?.hasPrefix("the answer to POST /login") == true)
    let answer = try #require(stage.run.flatMap { $0.received(at: $0.position) })
    #expect(answer.response.value(of: .json("access_token"))?.hasSuffix(".") == true)
  }

  @Test func `presets of an answer: a bare cookie, and a failure`() throws {
    var stage = try stage("session/logout-revocation", message: 2)
    stage.press("e", "p", "1")
    #expect(tamper(stage)?.draft.edits.map(\.field) == [.answer(.attributes("sid"))])
    stage.press("p", "2")
    #expect(tamper(stage)?.rows == [.field(.answer(.status))])
    stage.press("Enter")
    #expect(status(stage) == 500)
  }

  @Test func `a field is added, removed and put back`() throws {
    var stage = try stage("session/logout-revocation", message: 4)
    stage.press("e")
    select(.field(.request(.cookie("sid"))), &stage)
    stage.press("x")
    #expect(tamper(stage)?.draft.message.request?.cookies.isEmpty == true)
    #expect(stage.text.contains("removed; it was sid#1"))
    stage.press("u")
    select(.field(.request(.cookie("sid"))), &stage)
    stage.press("a")
    stage.type("sid2 sid#1")
    stage.press("Enter")
    #expect(
      tamper(stage)?.draft.edits == [
        TamperEdit(field: .request(.cookie("sid2")), value: .secret("sid#1"))
      ])
    select(.field(.request(.path)), &stage)
    stage.press("x")
    #expect(stage.text.contains("Every request has one."))
    select(.field(.request(.cookie("sid"))), &stage)
    stage.press("x", "Enter")
    #expect(status(stage) == 303)
    #expect(stage.run?.branch.change?.contains("without cookie sid") == true)
  }

  @Test func `a message is dropped or sent twice`() throws {
    var stage = try stage("session/logout-revocation", message: 4)
    stage.press("e", "d")
    #expect(stage.text.contains("the server never gets it"))
    stage.press("Enter")
    let dropped = try #require(stage.run?.model.trace)
    let step = try #require(dropped.lastStep(named: "logout"))
    #expect(dropped.records(ofStep: step).allSatisfy { $0.event.sent == nil })
    stage.press("u", ":")
    stage.type("repeat-message")
    stage.press("Enter")
    let twice = try #require(stage.run?.model.trace)
    let sent = twice.records(ofStep: try #require(twice.lastStep(named: "logout")))
    #expect(sent.count { $0.event.sent != nil } == 2)
  }

  @Test func `every preset says what it does, and sends`() throws {
    for number in 1...6 {
      var stage = try stage()
      stage.press("e", "p", "\(number)")
      let title = try #require(tamper(stage)?.draft)
      #expect(!title.edits.isEmpty || title.way != .once, "\(number)")
      stage.press("Enter")
      #expect(stage.run?.branches.count == 2, "\(number)")
    }
  }

  @Test func `a request of one's own is sent where one wants, by whom one wants`() throws {
    var stage = try stage("session/logout-revocation", message: 6)
    stage.press("Enter", "o")
    #expect(stage.text.contains("A request of your own"))
    #expect(stage.text.contains("before the step replay"))
    select(.client, &stage)
    stage.press("e")
    #expect(tamper(stage)?.draft.client == 0)
    stage.press("Enter")
    #expect(stage.run?.branch.change == "before replay laptop GET https://app.test/me")
    #expect(status(stage) == 303)
    #expect(stage.run.map { $0.model.trace.steps[$0.moment?.step ?? 0].id.name } == "own#1")
  }

  @Test func `what cannot be typed there says so beside the field, and the field stays`() throws {
    var stage = try stage("session/logout-revocation", message: 6)
    stage.press("Enter", "o", "e")
    stage.type(" x")
    stage.press("Enter")
    #expect(stage.text.contains("\"https://app.test/me x\" is not a URL."))
    #expect(tamper(stage)?.input != nil)
  }

  @Test func `a fork of a fork keeps both changes, and the editor shows what was changed`() throws {
    var stage = try stage()
    stage.press("e", "n", "Enter", "h", "e")
    #expect(tamper(stage)?.draft.edits.count == 1)
    #expect(tamper(stage)?.base.request?.headers["Authorization"]?.hasSuffix(".") == false)
    stage.press("d", "Enter")
    let request = try #require(stage.run?.branch.request)
    #expect(request.interventions.map(\.change) == [.drop])
    #expect(stage.run?.branches.count == 3)
  }

  @Test func `from the start and from here on are told apart`() throws {
    var stage = try stage("session/logout-revocation", message: 4)
    stage.press("5", "s")
    #expect(stage.run?.branch.change == "revoke-on-logout on from logout on")
    #expect(stage.text.contains("on from here on"))
    stage.press("u", "5", "Space")
    #expect(stage.run?.branch.change == "revoke-on-logout on from the start")
    stage.press("1", "s")
    #expect(stage.text.contains("Go to a defence first"))
  }

  @Test func `where nothing is sent, e says what to do`() throws {
    var stage = try stage("session/logout-revocation", message: 3)
    stage.press("e")
    #expect(stage.loop.state.overlay == nil)
    #expect(stage.text.contains("Nothing is sent here. Go to a message"))
  }

  @Test func `the command of a fork plays the fork`() throws {
    var stage = try stage()
    stage.press("e", "n", "Enter")
    let command = try #require(stage.run?.branch.request.command)
    #expect(command.contains("--change 'read/1 edit for="))
    #expect(command.contains("token.header.Authorization="))
  }

  @Test func `what is typed in the editor never leaves it as keys`() throws {
    var stage = try stage()
    stage.press("e", "e", "Ctrl-U")
    stage.type("q:u?")
    #expect(tamper(stage)?.input?.field.text == "q:u?")
    stage.loop.feed([.paste("\u{1B}x\nq")])
    let scalars = stage.frame.grid.cells.flatMap(\.grapheme.scalars)
    #expect(scalars.allSatisfy { $0.value >= 0x20 })
    stage.press("Esc", "Esc")
    #expect(stage.run?.branches.count == 1)
  }
}
