import CellUI
import Testing

@testable import Explorer

/// Keys as values: what a reader changes is changed everywhere.
@Suite struct `Other keys` {
  private func keys(_ names: [String]) -> [KeyPress] { names.compactMap { KeyPress(name: $0) } }

  private func change(
    _ command: Command, in context: KeyContext? = nil, _ names: String...
  ) -> KeyChange { KeyChange(command, in: context, keys(names)) }

  private func stage(_ changes: KeyChange..., size: Size = Size(width: 120, height: 40)) throws
    -> Stage
  {
    var settings = ExplorerSettings()
    settings.keys = KeyTable.standard.changed(by: changes)
    return try Stage(size, settings: settings)
  }

  @Test func `another key does it, the old one no longer`() throws {
    var stage = try stage(change(.next, in: .run, "x"))
    stage.loop.open("session/logout-revocation")
    stage.press("l")
    #expect(stage.run?.position == 0)
    #expect(stage.text.contains("l does nothing here. ? shows all keys."))
    stage.press("x")
    #expect(stage.run?.position == 1)
  }

  @Test func `footer, help, palette, tour and end card name the other key`() throws {
    var stage = try stage(
      change(.next, in: .run, "x"), change(.enter, in: .run, "F2"), change(.help, "F1"))
    stage.loop.open("session/logout-revocation")
    #expect(stage.text.contains("x next") && stage.text.contains("F1 help"))
    stage.press(":")
    stage.type("next")
    #expect(stage.text.contains("next              x "))
    stage.press("Esc", ":")
    stage.type("tour")
    stage.press("Enter")
    #expect(stage.text.contains("The first waits to be sent. x "))
    stage.press("Esc", "G", "x", "G", "x")
    #expect(stage.text.contains("F2 opens the next lesson"), "\(stage.text)")
    stage.press("F1")
    #expect(stage.text.contains("    x               play one message"))
  }

  @Test func `a list that lies over a screen has its keys from the table too`() throws {
    var stage = try stage(change(.down, in: .list, "n"), change(.leave, in: .list, "X"))
    stage.loop.open("session/logout-revocation")
    stage.press("E")
    #expect(stage.text.contains("Enter chooses   X"))
    stage.press("n")
    #expect(stage.loop.state.overlay == .exports(ExportState(row: 1)))
    stage.press("Esc")
    #expect(stage.loop.state.overlay != nil)
    stage.press("X")
    #expect(stage.loop.state.overlay == nil)
  }

  @Test func `one place's key goes before the key for all places`() {
    let table = KeyTable.standard.changed(by: [
      change(.down, in: .library, "n"), change(.down, "F5"),
    ])
    #expect(table.name(.down, in: .library) == "n")
    #expect(table.name(.down, in: .run) == "F5")
    #expect(KeyTable.standard.clash(of: [change(.down, "F5")]) == nil)
  }

  @Test func `a command without a key is called by its name`() throws {
    var stage = try stage(change(.why, in: .run))
    #expect(stage.loop.state.keys.name(.why, in: .run) == ":why")
    stage.loop.open("session/logout-revocation")
    stage.press("l", "2", "j", ":")
    stage.type("why")
    stage.press("Enter")
    #expect(stage.text.contains("Why:"))
  }

  @Test func `a key that is taken is a clash, unless its owner is given another`() {
    let taken = KeyTable.standard.clash(of: [change(.zoom, in: .run, "F3", "w")])
    #expect(taken == KeyClash(change: 0, context: .run, kind: .taken(key: 1, by: .why)))
    let both = [change(.zoom, in: .run, "w"), change(.why, in: .run, "z")]
    #expect(KeyTable.standard.clash(of: both) == nil)
    let each = [change(.zoom, in: .run, "F3"), change(.why, in: .run, "F3")]
    #expect(
      KeyTable.standard.clash(of: each)
        == KeyClash(change: 1, context: .run, kind: .taken(key: 0, by: .zoom)))
  }

  @Test(arguments: [
    (Command.quit, KeyContext.run), (.help, .library), (.palette, .bench), (.leave, .tamper),
    (.leave, .list),
  ])
  func `what leads out cannot be taken away`(_ command: Command, _ context: KeyContext) {
    #expect(
      KeyTable.standard.clash(of: [change(command, in: context)])
        == KeyClash(change: 0, context: context, kind: .unreachable))
  }

  @Test func `the table as it stands clashes with nothing, whatever place is asked`() {
    #expect(KeyTable.standard.clash(of: []) == nil)
    for context in KeyContext.allCases {
      let commands = KeyTable.standard.commands(in: context)
      #expect(Set(commands).count == commands.count, "\(context) names a command twice")
    }
  }

  /// A key that is written into a sentence by hand would be wrong after a change.
  @Test(arguments: [Size(width: 80, height: 24), Size(width: 200, height: 60)])
  func `no sentence on the screens names a key that was taken away`(_ size: Size) throws {
    let moved: [(Command, KeyContext, String)] = [
      (.next, .run, "F2"), (.back, .run, "F3"), (.otherView, .run, "F4"), (.deeper, .run, "F5"),
      (.toggle, .run, "F6"), (.undo, .run, "F7"), (.defences, .run, "F8"), (.copy, .run, "F9"),
    ]
    var settings = ExplorerSettings()
    settings.keys = KeyTable.standard.changed(by: moved.map { change($0, in: $1, $2) })
    var stage = try Stage(size, settings: settings)
    stage.loop.open("session/logout-revocation", message: 6)
    for key in ["F2", "F2", "F8", "F6", "F3", "2", "3", "4", "1"] {
      stage.press(key)
      for old in [" l ", " h ", "Space", " v ", " u ", "5 Def", " y ", "[5"] {
        #expect(!stage.text.contains(old), "\(old) after \(key)\n\(stage.text)")
      }
    }
  }
}
