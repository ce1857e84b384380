import CellUI
import Testing
import Trace

@testable import Explorer

@Suite struct WalkTests {
  private func stage(_ id: String = "session/logout-revocation") throws -> Stage {
    var stage = try Stage()
    stage.loop.open(id)
    return stage
  }

  @Test(arguments: ["session/logout-revocation", "jwt/alg-none"])
  func `walking by l alone reaches the end card`(_ id: String) throws {
    var stage = try stage(id)
    for _ in 0..<40 { stage.press("l") }
    #expect(stage.run?.walk.atEnd == true)
    #expect(stage.text.contains("The end"))
    #expect(stage.outbox.saved.last?.isDone(id) == true)
  }

  @Test func `what lies ahead is veiled until it is reached or unveiled`() throws {
    var stage = try stage()
    #expect(!stage.text.contains("copies the cookie"))
    stage.press("l", "l")
    #expect(stage.text.contains("copies the cookie"))
    #expect(!stage.text.contains("GET /me"))
    stage.press(":")
    stage.type("unveil")
    stage.press("Enter")
    #expect(stage.text.contains("GET /me"))
  }

  @Test func `a question stops the way forward, and a second l skips it`() throws {
    var stage = try stage()
    stage.press("G")
    #expect(stage.run?.position == 5)
    #expect(stage.run?.isAsking == true)
    stage.press("l")
    #expect(stage.run?.position == 6)
    #expect(stage.run?.results.map(\.answer) == [.skipped])
  }

  @Test func `an answer is judged by the run, in either variant`() throws {
    for (variant, row, expected) in [
      ("cookie-only-logout", 0, Progress.Answer.right), ("cookie-only-logout", 1, .wrong),
    ] {
      var stage = try Stage()
      stage.loop.open("session/logout-revocation", variant: variant)
      stage.press("G")
      for _ in 0..<row { stage.press("j") }
      stage.press("Enter")
      #expect(stage.run?.results.map(\.answer) == [expected])
    }
    var mended = try stage()
    mended.press("5", "Space", "G", "j", "Enter")
    #expect(mended.run?.results.map(\.answer) == [.right])
  }

  @Test func `hints come one by one, then the answer without credit`() throws {
    var stage = try stage()
    stage.press("G", "j", "j", "Enter")
    #expect(stage.text.contains("Who decides that an id is valid"))
    #expect(stage.text.contains("tell me"))
    stage.press("Enter")
    #expect(stage.run?.results.map(\.answer) == [.told])
    #expect(stage.text.contains("The run says: Alice's page (200)."))
  }

  @Test func `a throws itself from attack to attack and back`() throws {
    var stage = try stage()
    stage.press("a")
    #expect(stage.run?.position == 2)
    stage.press("a")
    #expect(stage.run?.position == 5)
    stage.press("A")
    #expect(stage.run?.position == 2)
    stage.press("A")
    #expect(stage.text.contains("There is no earlier attack."))
  }

  @Test func `c goes to the changes of stores, a row that was left counts`() throws {
    var stage = try stage()
    stage.press("c")
    #expect(stage.run?.position == 1)
    stage.press("c")
    #expect(stage.run?.position == 4)
    #expect(stage.text.contains("NOT DONE (off)"))
  }

  @Test func `g goes to a message by its number, and to the start without one`() throws {
    var stage = try stage()
    stage.press("g")
    stage.type("4")
    stage.press("Enter")
    #expect(stage.run?.position == 3)
    stage.press("g", "Enter")
    #expect(stage.run?.position == 0)
    stage.press("g")
    stage.type("99")
    stage.press("Enter")
    #expect(stage.text.contains("There are messages 1 to 7, and no step 99."))
  }

  @Test func `Enter goes through the checks one by one and on to the answer`() throws {
    var stage = try stage()
    stage.press("Enter")
    #expect(stage.run?.walk.check == 0)
    #expect(stage.text.contains("credentials-given"))
    stage.press("l", "l", "l")
    #expect(stage.run?.walk.check == nil)
    #expect(stage.run?.position == 1)
    stage.press("h", "Enter", "Esc")
    #expect(stage.run?.walk.check == nil)
    #expect(stage.run?.position == 0)
  }

  @Test func `at the first message h says where help is`() throws {
    var stage = try stage()
    stage.press("h")
    #expect(stage.text.contains("? is help"))
  }

  @Test func `Space in the defences plays a what-if and marks where it differs`() throws {
    var stage = try stage()
    stage.press("G", "l", "5", "Space")
    #expect(stage.run?.branches.count == 2)
    #expect(stage.run?.branch.firstDifference == 4)
    #expect(stage.run?.position == 6)
    #expect(stage.text.contains("session-known"))
    stage.press("d")
    #expect(stage.run?.position == 4)
    stage.press("u")
    #expect(stage.run?.branches.count == 1)
    #expect(stage.run?.current == 0)
  }

  @Test func `switching a defence back goes to the run that is there already`() throws {
    var stage = try stage()
    stage.press("5", "Space", "Space")
    #expect(stage.run?.branches.count == 2)
    #expect(stage.run?.current == 0)
  }

  @Test func `Space outside the defences is l`() throws {
    var stage = try stage()
    stage.press("Space", "Space")
    #expect(stage.run?.position == 2)
  }

  @Test func `another world begins at its first message with its future veiled`() throws {
    var stage = try stage()
    stage.press("G", "l", "b", "j", "Enter")
    #expect(stage.run?.branch.name == "main")
    #expect(stage.run?.position == 0)
    #expect(stage.run?.branch.furthest == 0)
  }

  @Test func `at the end Enter opens the next lesson and y copies the command`() throws {
    var stage = try stage()
    stage.press("G", "l", "l", "y")
    #expect(
      stage.outbox.copied == [
        "The attack worked.\n"
          + "authscope run session/logout-revocation --variant cookie-only-logout"
      ])
    stage.press("Enter")
    #expect(stage.run?.scenario.id == "jwt/alg-none")
  }

  @Test func `a token is drawn as verified only when a server has verified it`() throws {
    var stage = try stage("jwt/alg-none")
    stage.press("l", "l")
    #expect(stage.text.contains("DECODED, NOT VERIFIED"))
    stage.press("l")
    #expect(stage.text.contains("TAKEN UNVERIFIED by api"))
    stage.press("G", "l")
    #expect(stage.text.contains("TAKEN UNVERIFIED by api"))
    stage.press("5", "Space")
    #expect(stage.text.contains("REFUSED by api: algorithm-allowed"))
    stage.press("g")
    stage.type("4")
    stage.press("Enter")
    #expect(stage.text.contains("VERIFIED by api"))
    #expect(!stage.text.contains("UNVERIFIED"))
  }

  @Test func `the pane follows what happens, and tabs mark what is not seen`() throws {
    var stage = try stage()
    stage.resize(80, 24)
    #expect(stage.run?.panes.shown == .message)
    stage.press("l")
    #expect(stage.run?.panes.shown == .stores)
    stage.press("2", "h", "l")
    #expect(stage.run?.panes.shown == .message)
    #expect(stage.text.contains("3 Stores *"))
  }

  @Test func `q goes to the library, and from there out`() throws {
    var stage = try stage()
    stage.press("q")
    #expect(stage.text.contains("Library"))
    stage.press("q")
    #expect(stage.loop.isOver)
  }
}
