import CellUI
import Testing

@Suite struct WrapTests {
  @Test func `paragraphs break between words`() {
    #expect(
      Wrap.lines("The header says which check to make.", width: 12)
        == ["The header", "says which", "check to", "make."])
  }

  @Test func `a word longer than the line fills it and goes on`() {
    #expect(
      Wrap.lines("Bearer eyJhbGciOi.eyJz next", width: 10)
        == ["Bearer eyJ", "hbGciOi.ey", "Jz next"])
  }

  @Test func `line feeds, empty lines and indentation stay`() {
    #expect(Wrap.lines("a\n\n  b c", width: 4) == ["a", "", "  b", "c"])
    #expect(Wrap.lines("a\r\nb", width: 4) == ["a", "b"])
    #expect(Wrap.lines("", width: 4) == [""])
    #expect(Wrap.lines("abc", width: 0) == [""])
  }

  @Test func `later lines may hang`() {
    #expect(Wrap.lines("* one two three", width: 9, hanging: 2) == ["* one two", "  three"])
  }

  @Test func `wide graphemes are kept whole and may part without a blank`() {
    #expect(Wrap.lines("日本語です", width: 5) == ["日本", "語で", "す"])
    #expect(Wrap.lines("日本", width: 1) == [""])
  }

  @Test func `styles survive the break`() {
    let lines = Wrap.lines([Span("pass ", .ok), Span("then fail", .refused)], width: 9)
    #expect(
      lines == [
        [Span("pass ", .ok), Span("then", .refused)], [Span("fail", .refused)],
      ])
  }

  @Test func `no line is ever wider than asked, and no letter is lost`() {
    var random = SplitMix(seed: 3)
    for _ in 0..<3_000 {
      let text = random.text(scalars: random.below(40))
      let width = 2 + random.below(20)
      let lines = Wrap.lines(text, width: width, hanging: random.below(6))
      #expect(lines.allSatisfy { TextWidth.of($0) <= width })
      let paragraphs = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      let shown = paragraphs.map { Sanitizer.visible(String($0)) }.joined()
      #expect(letters(lines.joined()) == letters(shown))
    }
  }

  private func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != " " }
  }
}
