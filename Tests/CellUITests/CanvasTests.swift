import CellUI
import Testing

@Suite struct CanvasTests {
  @Test func `a long line ends in an ellipsis of the glyph set`() {
    for (glyphs, expected) in [(Glyphs.unicode, "abcd…"), (Glyphs.ascii, "abc..")] {
      var canvas = Canvas(size: Size(width: 5, height: 1), glyphs: glyphs)
      #expect(canvas.text("abcdefgh", x: 0, y: 0) == 5)
      #expect(canvas.grid.lines() == [expected])
    }
  }

  @Test func `a wide grapheme is never cut in half`() {
    var canvas = Canvas(size: Size(width: 5, height: 1))
    canvas.line(["日本語"], x: 0, y: 0, ending: .cut)
    #expect(canvas.grid.lines() == ["日本 "])
    canvas.text("x", x: 1, y: 0)
    #expect(canvas.grid.lines() == [" x本 "])
    canvas.text("y", x: 2, y: 0)
    #expect(canvas.grid.lines() == [" xy  "])
  }

  @Test func `an escape is drawn in a role of its own`() {
    var canvas = Canvas(size: Size(width: 14, height: 1))
    canvas.text("a\u{1B}[m\u{202E}b", x: 0, y: 0)
    #expect(canvas.grid.lines() == ["a^[[m\\u{202E}b"])
    #expect(canvas.grid.roleLines() == [".^^..^^^^^^^^."])
  }

  @Test func `a rule holds its title and note, the note yields`() {
    var canvas = Canvas(size: Size(width: 30, height: 2), glyphs: .ascii)
    canvas.rule(["1 Sequence"], note: ["full"], in: Rect(x: 0, y: 0, width: 30, height: 1))
    canvas.rule(["1 Sequence"], note: ["full"], in: Rect(x: 0, y: 1, width: 15, height: 1))
    #expect(canvas.grid.lines()[0] == "-1 Sequence--------------full-")
    #expect(canvas.grid.lines()[1] == "-1 Sequence----               ")
  }

  @Test func `arrows point from sender to receiver with the label near the sender`() {
    var canvas = Canvas(size: Size(width: 22, height: 3), glyphs: .ascii)
    canvas.arrow(from: 0, to: 20, y: 0, label: ["POST /token"])
    canvas.arrow(from: 20, to: 0, y: 1, label: ["200 access#1"])
    canvas.arrow(from: 0, to: 9, y: 2, label: ["a long label"])
    #expect(
      canvas.grid.lines() == [
        "- POST /token ------> ", "<----- 200 access#1 - ", "- a l.. ->            ",
      ])
  }

  @Test func `the pane with the focus is marked without colours too`() {
    var canvas = Canvas(size: Size(width: 16, height: 2), glyphs: .ascii)
    let inside = canvas.pane("2 Message", in: canvas.bounds, focused: true)
    #expect(canvas.grid.lines()[0] == "->2 Message-----")
    #expect(inside == Rect(x: 0, y: 1, width: 16, height: 1))
  }

  @Test func `a box clears what is below it`() {
    var canvas = Canvas(size: Size(width: 8, height: 3), glyphs: .ascii)
    canvas.text("xxxxxxxx", x: 0, y: 1)
    canvas.box("Hi", in: canvas.bounds.inset(left: 1))
    #expect(canvas.grid.lines() == [" +-Hi--+", "x|     |", " +-----+"])
  }
}
