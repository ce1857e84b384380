import CellUI
import Testing

@Suite struct `A grid as control sequences` {
  private func text(_ theme: Theme) -> String {
    var canvas = Canvas(size: Size(width: 6, height: 2), glyphs: .unicode)
    canvas.text("ok", x: 0, y: 0, role: .ok)
    canvas.text("中!", x: 0, y: 1)
    return canvas.grid.ansi(theme)
  }

  @Test func `each row is as wide as the grid, wide graphemes counted once`() {
    let plain = text(.mono).replacing(/\u{1B}\[[0-9;]*[mH]/, with: "")
    #expect(plain == "ok    \r\n中!   ")
  }

  @Test func `a change of look is said once, and every row ends without any`() {
    let lines = text(.dark).split(separator: "\r\n")
    #expect(lines.allSatisfy { $0.hasSuffix("\u{1B}[0m") })
    #expect(lines[0].count(where: { $0 == "\u{1B}" }) == 4)
  }
}
