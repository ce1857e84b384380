import CellUI
import Testing

@Suite struct KeyParserTests {
  /// What the parser makes of the bytes, with the timeout at the end.
  private func parse(_ text: String) -> [InputEvent] {
    var parser = KeyParser()
    return parser.feed(text.utf8) + parser.flush()
  }

  private static let keys: [(String, KeyPress)] = [
    ("a", KeyPress("a")), ("Z", KeyPress("Z")), (" ", KeyPress(" ")), ("é", KeyPress("é")),
    ("漢", KeyPress("漢")), ("😀", KeyPress("😀")), ("\r", KeyPress(.enter)),
    ("\n", KeyPress(.enter)), ("\t", KeyPress(.tab)), ("\u{7F}", KeyPress(.backspace)),
    ("\u{8}", KeyPress(.backspace)), ("\u{0}", KeyPress(.ctrl(" "))),
    ("\u{3}", KeyPress(.ctrl("c"))), ("\u{1A}", KeyPress(.ctrl("z"))),
    ("\u{1F}", KeyPress(.ctrl("_"))), ("\u{1B}", KeyPress(.esc)),
    ("\u{1B}x", KeyPress("x", .alt)), ("\u{1B}é", KeyPress("é", .alt)),
    ("\u{1B}\r", KeyPress(.enter, .alt)), ("\u{1B}[", KeyPress("[", .alt)),
    ("\u{1B}O", KeyPress("O", .alt)), ("\u{1B}]", KeyPress("]", .alt)),
    ("\u{1B}[A", KeyPress(.up)), ("\u{1B}OA", KeyPress(.up)), ("\u{1B}[B", KeyPress(.down)),
    ("\u{1B}[C", KeyPress(.right)), ("\u{1B}[D", KeyPress(.left)),
    ("\u{1B}[H", KeyPress(.home)), ("\u{1B}OF", KeyPress(.end)), ("\u{1B}[1~", KeyPress(.home)),
    ("\u{1B}[2~", KeyPress(.insert)), ("\u{1B}[3~", KeyPress(.delete)),
    ("\u{1B}[4~", KeyPress(.end)), ("\u{1B}[5~", KeyPress(.pageUp)),
    ("\u{1B}[6~", KeyPress(.pageDown)), ("\u{1B}[7~", KeyPress(.home)),
    ("\u{1B}[8~", KeyPress(.end)), ("\u{1B}[Z", KeyPress(.backtab)),
    ("\u{1B}[1;5C", KeyPress(.right, .control)), ("\u{1B}[1;3D", KeyPress(.left, .alt)),
    ("\u{1B}[1;2A", KeyPress(.up, .shift)), ("\u{1B}[1;9A", KeyPress(.up, .alt)),
    ("\u{1B}[a", KeyPress(.up, .shift)), ("\u{1B}[3;5~", KeyPress(.delete, .control)),
    ("\u{1B}OP", KeyPress(.function(1))), ("\u{1B}OS", KeyPress(.function(4))),
    ("\u{1B}[11~", KeyPress(.function(1))), ("\u{1B}[15~", KeyPress(.function(5))),
    ("\u{1B}[17~", KeyPress(.function(6))), ("\u{1B}[21~", KeyPress(.function(10))),
    ("\u{1B}[23~", KeyPress(.function(11))), ("\u{1B}[24~", KeyPress(.function(12))),
    ("\u{1B}[[A", KeyPress(.function(1))), ("\u{1B}[[E", KeyPress(.function(5))),
    ("\u{1B}[1;2R", KeyPress(.function(3), .shift)), ("\u{1B}OM", KeyPress(.enter)),
    ("\u{1B}Oj", KeyPress("*")), ("\u{1B}Oy", KeyPress("9")),
    ("\u{1B}[99;5u", KeyPress(.ctrl("c"))), ("\u{1B}[97;2u", KeyPress("A")),
    ("\u{1B}[27u", KeyPress(.esc)), ("\u{1B}[9;2u", KeyPress(.backtab)),
    ("\u{1B}[13;5u", KeyPress(.enter, .control)), ("\u{1B}[27;5;105~", KeyPress(.ctrl("i"))),
    ("\u{1B}[97:65;3u", KeyPress("a", .alt)),
  ]

  @Test(arguments: keys)
  func `every key has its bytes`(bytes: String, key: KeyPress) {
    #expect(parse(bytes) == [.key(key)])
  }

  @Test(arguments: keys)
  func `a key is the same when its bytes come one at a time`(bytes: String, key: KeyPress) {
    var parser = KeyParser()
    var events: [InputEvent] = []
    for byte in bytes.utf8 { events += parser.feed([byte]) }
    events += parser.flush()
    #expect(events == [.key(key)])
    #expect(!parser.isPending)
  }

  @Test func `keys in a burst stay apart and in order`() {
    #expect(
      parse("j\u{1B}[Bk\u{1B}OAé\u{1B}")
        == [
          KeyPress("j"), KeyPress(.down), KeyPress("k"), KeyPress(.up), KeyPress("é"),
          KeyPress(.esc),
        ].map(InputEvent.key))
  }

  @Test func `an escape waits for its sequence and two escapes are two keys`() {
    var parser = KeyParser()
    #expect(parser.feed([0x1B]).isEmpty)
    #expect(parser.isPending)
    #expect(parser.feed([0x1B]) == [.key(KeyPress(.esc))])
    #expect(parser.flush() == [.key(KeyPress(.esc))])
    #expect(parser.flush().isEmpty)
  }

  @Test(arguments: [
    "\u{1B}[?62;4c", "\u{1B}[24;80R", "\u{1B}]11;rgb:0000/0000/0000\u{7}",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[99~", "\u{1B}[57358u", "\u{1B}[<64;0;1M", "\u{1B}[<?;1;1M",
  ])
  func `a terminal's answers are no keys`(bytes: String) {
    #expect(parse(bytes + "x") == [.key(KeyPress("x"))])
  }

  @Test func `mouse reports give button, cell and modifiers`() {
    func mouse(_ action: MouseEvent.Action, _ x: Int, _ y: Int, _ held: KeyModifiers = [])
      -> [InputEvent]
    { [.mouse(MouseEvent(action, at: Point(x: x, y: y), modifiers: held))] }
    #expect(parse("\u{1B}[<0;1;1M") == mouse(.press(.left), 0, 0))
    #expect(parse("\u{1B}[<0;300;100m") == mouse(.release(.left), 299, 99))
    #expect(parse("\u{1B}[<18;5;6M") == mouse(.press(.right), 4, 5, .control))
    #expect(parse("\u{1B}[<64;5;6M") == mouse(.wheelUp, 4, 5))
    #expect(parse("\u{1B}[<65;5;6M") == mouse(.wheelDown, 4, 5))
    #expect(parse("\u{1B}[<33;5;6M") == mouse(.drag(.middle), 4, 5))
    #expect(parse("\u{1B}[<35;5;6M") == mouse(.move, 4, 5))
    #expect(parse("\u{1B}[M !!") == mouse(.press(.left), 0, 0))
    #expect(parse("\u{1B}[M#!!") == mouse(.release(.left), 0, 0))
  }

  @Test func `focus is reported`() {
    #expect(parse("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
  }

  @Test func `a paste is one event, whatever is in it`() {
    let inside = "a\u{1B}[A\r\nb\rc\u{1B}[201\u{3}é"
    #expect(
      parse("x\u{1B}[200~\(inside)\u{1B}[201~y")
        == [
          .key(KeyPress("x")), .paste("a\u{1B}[A\nb\nc\u{1B}[201\u{3}é"), .key(KeyPress("y")),
        ])
    #expect(parse("\u{1B}[200~\u{1B}\u{1B}[201~") == [.paste("\u{1B}")])
  }

  @Test func `a paste is not broken off by the timeout`() {
    var parser = KeyParser()
    #expect(parser.feed("\u{1B}[200~ab".utf8).isEmpty)
    #expect(!parser.isPending)
    #expect(parser.flush().isEmpty)
    #expect(parser.feed("c\u{1B}[201~".utf8) == [.paste("abc")])
  }

  @Test func `a paste over the limit is refused as a whole`() {
    var parser = KeyParser(pasteLimit: 4)
    #expect(
      parser.feed("\u{1B}[200~abcdef\u{1B}[201~".utf8) == [.oversizedPaste(byteCount: 6)])
    #expect(parser.feed("\u{1B}[200~abcd\u{1B}[201~".utf8) == [.paste("abcd")])
  }

  @Test func `broken UTF-8 becomes the replacement character and loses nothing else`() {
    var parser = KeyParser()
    let bytes: [UInt8] = [0xFF, 0x61, 0xE2, 0x82, 0x62, 0xC3]
    let keys: [Character] = ["\u{FFFD}", "a", "\u{FFFD}", "b", "\u{FFFD}"]
    #expect(parser.feed(bytes) + parser.flush() == keys.map { .key(KeyPress(.char($0))) })
  }

  @Test func `random bytes never stop the parser and Esc always gets out`() {
    var random = SplitMix(seed: 7)
    for _ in 0..<2_000 {
      var parser = KeyParser(pasteLimit: 64)
      let usual = Array("\u{1B}[<O;]P~M12".utf8)
      let bytes = (0..<random.below(40)).map { _ in
        random.below(3) == 0 ? UInt8(random.below(256)) : usual[random.below(usual.count)]
      }
      _ = parser.feed(bytes)
      _ = parser.flush()
      let end = parser.feed("\u{1B}[201~\u{1B}\u{1B}".utf8) + parser.flush()
      #expect(end.last == .key(KeyPress(.esc)), "\(bytes)")
    }
  }

  @Test func `a key's name reads back as the key`() {
    for (_, key) in Self.keys { #expect(KeyPress(name: key.description) == key, "\(key)") }
    #expect(KeyPress(name: "Ctrl-C") == KeyPress(.ctrl("c")))
    #expect(KeyPress(name: "Space") == KeyPress(" "))
    #expect(KeyPress(name: "Shift-Tab") == KeyPress(.backtab))
    #expect(KeyPress(name: "-") == KeyPress("-"))
    #expect(KeyPress(name: "F13") == nil)
    #expect(KeyPress(name: "Hyper-x") == nil)
    #expect(KeyPress(name: "") == nil)
  }
}
