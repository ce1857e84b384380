import CellUI
import Guide
import Testing

@testable import Explorer

@Suite struct KeyTableTests {
  @Test func `no key means two things in one place`() {
    for context in KeyContext.allCases {
      var seen: [KeyPress: Command] = [:]
      for binding in KeyTable.standard.bindings(in: context) {
        for key in binding.keys {
          #expect(seen[key] == nil, "\(key) in \(context)")
          seen[key] = binding.command
        }
      }
    }
  }

  @Test func `every row has a name to type and a word of help`() {
    for binding in KeyTable.standard.bindings {
      #expect(binding.command.name.allSatisfy { $0.isLowercase || $0 == "-" })
      #expect(!binding.help.isEmpty && !binding.contexts.isEmpty, "\(binding.command.name)")
    }
  }

  @Test(arguments: [KeyContext.library, .run, .bench, .guide, .compare, .matrix, .help])
  func `every command does something on its screens, or says why not`(
    context: KeyContext
  ) throws {
    for binding in KeyTable.standard.bindings(in: context) {
      var state = try Self.stage(at: context).loop.state
      let before = render(state, state.size, .unicode)
      let effects = state.perform(binding.command)
      let acted = render(state, state.size, .unicode) != before || !effects.isEmpty
      #expect(acted || Self.rests.contains(binding.command), "\(binding.command.name)")
    }
  }

  /// What moves to where the test stands already.
  private static let rests: Set<Command> = [
    .leave, .up, .down, .pageUp, .pageDown, .restart, .end, .sequence, .shallower, .decide,
  ]

  private static func stage(at context: KeyContext) throws -> Stage {
    var stage = try Stage(Size(width: 80, height: 24))
    switch context {
    case .library, .tamper, .chooser, .list: stage.press("j", "j")
    case .run:
      stage.loop.open("jwt/alg-none")
      stage.press("l", "l", "l", "j")
    case .bench: stage.press("t")
    case .guide: stage.press("d")
    case .compare:
      stage.loop.open("jwt/alg-none")
      stage.press("5", "Space", "=", "j")
    case .matrix: stage.press("M", "j", "l")
    case .help: stage.press("?", "j")
    }
    return stage
  }

  @Test func `help shows every key of the screen it was asked from`() throws {
    var stage = try Stage(Size(width: 120, height: 150))
    stage.loop.open("session/logout-revocation")
    stage.press("?")
    for binding in KeyTable.standard.bindings(in: .run) {
      #expect(stage.text.contains(binding.keyNames))
      #expect(stage.text.contains(binding.help))
    }
    stage.press("Esc")
    #expect(stage.run != nil && stage.text.contains("1 Sequence"))
  }

  @Test func `the palette does what it names, and says why something does nothing`() throws {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation")
    stage.press(":")
    stage.type("undo")
    #expect(stage.text.contains("There is no what-if to take back"))
    stage.press("Enter")
    #expect(stage.text.contains("There is no what-if to take back"))
    stage.press(":")
    stage.type("next att")
    stage.press("Enter")
    #expect(stage.run?.position == 2)
  }

  @Test func `the tour waits for each key and ends with the last`() throws {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation")
    stage.press(":")
    stage.type("tour")
    stage.press("Enter")
    let keys = ["l", "h", "Enter", "3", "i", "5", "Space"]
    for (index, key) in keys.enumerated() {
      #expect(stage.text.contains("Tour \(index + 1) of 7"))
      stage.press("A")
      #expect(stage.text.contains("Tour \(index + 1) of 7"))
      stage.press(key)
    }
    #expect(!stage.text.contains("Tour "))
    #expect(stage.loop.state.progress.tourSeen)
    #expect(stage.run?.branches.count == 2)
  }

  @Test func `Esc ends the tour`() throws {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation")
    stage.press(":")
    stage.type("tour")
    stage.press("Enter", "Esc")
    #expect(stage.run?.tour == nil)
  }

  @Test func `the search filters as one types, and Esc shows all again`() throws {
    var stage = try Stage()
    stage.press("/")
    stage.type("revoke")
    #expect(stage.text.contains("1 found"))
    stage.press("Enter")
    #expect(stage.run?.scenario.id == "session/logout-revocation")
    stage.press("q", "/")
    stage.type("nothing such")
    #expect(stage.text.contains("Nothing fits"))
    stage.press("Esc")
    #expect(stage.text.contains("Core course"))
  }

  @Test func `words of the glossary are written once and end in a full stop`() {
    var seen: Set<String> = []
    for term in Glossary.terms {
      for word in [term.word.lowercased()] + term.aliases {
        #expect(seen.insert(word).inserted, "\(word)")
      }
      #expect(term.meaning.hasSuffix("."), "\(term.word)")
    }
    #expect(Glossary.term("Session ID")?.word == "session id")
  }

  @Test func `what the terminal would act on never reaches the grid`() throws {
    var stage = try Stage()
    stage.press("/")
    stage.loop.feed([.paste("a\u{1B}]0;x\u{7}\u{202E}b")])
    let scalars = stage.frame.grid.cells.flatMap(\.grapheme.scalars)
    #expect(scalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
  }
}
