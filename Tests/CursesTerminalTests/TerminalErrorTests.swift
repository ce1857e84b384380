import Testing

@testable import CursesTerminal

@Suite struct TerminalErrorTests {
  @Test(arguments: [
    (TerminalError.outputNotATerminal, "The output is not a terminal."),
    (.inputNotATerminal, "There is no terminal to read keys from."),
    (
      .unknownType("vt999"),
      "This terminal's type \"vt999\" is not known here: TERM names it, terminfo describes it."
    ),
    (.typeNotSet, "The terminal's type is not known: TERM is not set."),
    (.cursorCannotMove("dumb"), "A terminal of the type \"dumb\" cannot move its cursor."),
    (.alreadyOpen, "The terminal is already in use by this program."),
    (.system(code: 5), "The terminal could not be set up (system error 5)."),
  ])
  func `every reason is said in a sentence`(error: TerminalError, sentence: String) {
    #expect(error.description == sentence)
  }

  @Test(arguments: [nil, ""] as [String?])
  func `without a type no terminal is opened`(type: String?) {
    #expect(throws: TerminalError.typeNotSet) {
      _ = try CursesTerminal(TerminalOptions(type: type))
    }
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `the clipboard's encoding is that of RFC 4648, section 10`(text: String, encoded: String) {
    #expect(String(decoding: Base64.encode(text.utf8), as: UTF8.self) == encoded)
  }
}
