import CellUI
import Testing
import Trace

@testable import Explorer

/// The mouse: what a click means is what was drawn there.
@Suite struct `The mouse` {
  private func stage(_ size: Size = Size(width: 120, height: 40)) throws -> Stage {
    var stage = try Stage(size)
    stage.loop.open("session/logout-revocation")
    return stage
  }

  /// The cell of the first character of a text on the screen.
  private func place(_ text: String, _ stage: Stage, line: Int = 0) throws -> Point {
    for (y, row) in stage.frame.grid.lines().enumerated().dropFirst(line) {
      guard let range = row.firstRange(of: text) else { continue }
      return Point(x: TextWidth.of(String(row[..<range.lowerBound])), y: y)
    }
    throw Stage.Failure(text: "\(text) is not on the screen\n\(stage.text)")
  }

  private func click(_ text: String, _ stage: inout Stage, times: Int = 1, line: Int = 0) throws {
    let point = try place(text, stage, line: line)
    for _ in 0..<times {
      stage.loop.feed([
        .mouse(MouseEvent(.press(.left), at: point)),
        .mouse(MouseEvent(.release(.left), at: point)),
      ])
    }
  }

  private func turn(_ action: MouseEvent.Action, over text: String, _ stage: inout Stage) throws {
    stage.loop.feed([.mouse(MouseEvent(action, at: try place(text, stage)))])
  }

  @Test func `a click selects a lesson, a second one opens it`() throws {
    var stage = try Stage()
    try click("Never let the token", &stage)
    #expect(stage.loop.state.library.selectedEntry?.id == "jwt/alg-none")
    #expect(stage.run == nil)
    stage = try Stage()
    try click("Never let the token", &stage, times: 2)
    #expect(stage.run?.scenario.id == "jwt/alg-none")
  }

  @Test func `a click goes to a message, in the sequence and in the scrubber`() throws {
    var stage = try stage()
    stage.press("l", "l", "l")
    try click("  2 ", &stage, line: 2)
    #expect(stage.run?.position == 1)
    try click("steal !", &stage)
    let mark = try place("steal !", stage)
    stage.loop.feed([.mouse(MouseEvent(.press(.left), at: Point(x: mark.x + 6, y: mark.y)))])
    #expect(stage.run?.position == 2)
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func `a click on a tab or a pane moves the keys there`(_ size: Size) throws {
    var stage = try stage(size)
    try click("5 Defences", &stage)
    #expect(stage.run?.panes.focus == .defences)
    try click("1 Sequence", &stage)
    #expect(stage.run?.panes.focus == .sequence)
  }

  @Test func `a click selects a value, a second one opens it whole`() throws {
    var stage = try stage()
    stage.press("l")
    try click("Set-Cookie", &stage)
    #expect(stage.run?.panes.focus == .message)
    #expect(stage.run?.panes.cursor[.message] != nil)
    try click("Set-Cookie", &stage)
    guard case .whole = stage.loop.state.overlay else {
      Issue.record("not opened\n\(stage.text)")
      return
    }
  }

  @Test func `a click selects a defence and an answer`() throws {
    var stage = try stage()
    try click("http-only", &stage)
    #expect(stage.run?.panes.defence == 1)
    stage.press("1", "G")
    #expect(stage.run?.isAsking == true)
    try click("the login page", &stage)
    #expect(stage.run?.isAsking == true)
    try click("the login page", &stage)
    #expect(stage.run?.isAsking == false)
  }

  @Test func `rows of lists over the screen take clicks, what lies under them does not`() throws {
    var stage = try stage()
    stage.press("E")
    try click("a page to read", &stage)
    #expect(stage.loop.state.overlay == .exports(ExportState(row: 1)))
    let before = stage.run?.panes.focus
    try click("1 Sequence", &stage)
    #expect(stage.loop.state.overlay == .exports(ExportState(row: 1)))
    #expect(stage.run?.panes.focus == before)
  }

  @Test func `cells of the matrix and rows of the guide are selected`() throws {
    var stage = try Stage()
    stage.press("M")
    let attack = stage.loop.state.matrix?.attacks.last?.shortName ?? ""
    try click(attack, &stage)
    #expect(stage.loop.state.matrix?.selected?.shortName == attack)
    stage.press("q", "d")
    try click("3 Mistakes", &stage)
    #expect(stage.loop.state.guide.page == .mistakes)
    let second = stage.loop.state.guide.guideRows[1].claim.id
    try click(second, &stage)
    #expect(stage.loop.state.guide.row == 1)
  }

  @Test func `the wheel scrolls the pane under it, and walks in the sequence`() throws {
    var stage = try stage(Size(width: 120, height: 40))
    try turn(.wheelDown, over: "1 Sequence", &stage)
    #expect(stage.run?.position == 1)
    stage.press("3", "v", "1")
    try turn(.wheelDown, over: "3 Stores", &stage)
    #expect(stage.run?.position == 1)
    #expect(stage.run?.panes.focus == .sequence)
    #expect(stage.run?.panes.scroll[.stores] != nil)
  }

  @Test func `the mouse can be left to the terminal, with a word on it`() throws {
    var stage = try stage()
    stage.press(":")
    stage.type("mouse")
    stage.press("Enter")
    #expect(stage.loop.state.hasMouse == false)
    #expect(stage.text.contains("The mouse is the terminal's now: select text as usual."))
  }

  @Test func `no click anywhere on any screen traps`() throws {
    for keys in [[], ["Enter", "l"], ["d"], ["M"], ["?"], [":"], ["t"]] {
      for size in [Size(width: 40, height: 10), Size(width: 80, height: 24)] {
        var stage = try Stage(size)
        for key in keys { stage.press(key) }
        for y in stride(from: 0, to: size.height, by: 3) {
          for x in stride(from: 0, to: size.width, by: 7) {
            let point = Point(x: x, y: y)
            stage.loop.feed([
              .mouse(MouseEvent(.press(.left), at: point)),
              .mouse(MouseEvent(.wheelDown, at: point)),
            ])
            _ = stage.frame
          }
        }
      }
    }
  }
}
