import CellUI
import Testing

@Suite struct WidgetTests {
  private func canvas(_ width: Int, _ height: Int) -> Canvas {
    Canvas(size: Size(width: width, height: height), glyphs: .ascii)
  }

  @Test func `a list keeps its selection in sight and says what is hidden`() {
    var canvas = canvas(12, 4)
    let scroll = canvas.list(ListView(count: 20, selected: 9), in: canvas.bounds) { ["row \($0)"] }
    #expect(scroll.visible == 7..<11)
    #expect(
      canvas.grid.lines() == ["  row 7   ^7", "  row 8     ", "> row 9     ", "  row 10  v9"])
    #expect(canvas.grid.emphasisLines()[2] == "ssssssssssss")
  }

  @Test func `a list of a million rows asks for those in sight`() {
    var asked = 0
    var canvas = canvas(20, 10)
    canvas.list(ListView(count: 1_000_000, selected: 999_999), in: canvas.bounds) { index in
      asked += 1
      return ["\(index)"]
    }
    #expect(asked == 10)
  }

  @Test func `scrolling stops at both ends`() {
    var scroll = Scroll(offset: 50, contentHeight: 12, viewHeight: 5)
    #expect(scroll.visible == 7..<12)
    scroll.scroll(by: -99)
    #expect(scroll.visible == 0..<5 && scroll.above == 0 && scroll.below == 7)
    scroll.reveal(8)
    #expect(scroll.visible == 4..<9)
    #expect(Scroll(offset: 3, contentHeight: 2, viewHeight: 5).visible == 0..<2)
  }

  @Test func `tabs show the chosen one and what has changed`() {
    var canvas = canvas(60, 1)
    canvas.tabs(
      [Tab("2 Message"), Tab("3 Stores", changed: true), Tab("4 Token")], selected: 1,
      note: ["v full"], in: canvas.bounds)
    #expect(
      canvas.grid.lines() == ["- 2 Message [3 Stores *] 4 Token --------------------v full-"])
  }

  @Test func `the chosen tab is in sight when the tabs do not fit`() {
    for selected in 0..<5 {
      var canvas = canvas(14, 1)
      let tabs = (1...5).map { Tab("\($0) Pane") }
      canvas.tabs(tabs, selected: selected, in: canvas.bounds)
      #expect(canvas.grid.lines()[0].contains("[\(selected + 1) Pane]"))
    }
  }

  @Test func `table columns line up`() {
    var canvas = canvas(20, 2)
    let table = Table([.init("name", .share(1)), .init("cost", .fixed(5), .trailing)])
    canvas.header(table, in: canvas.bounds.row(0))
    canvas.row([["a very long name"], ["12"]], of: table, in: canvas.bounds.row(1))
    #expect(canvas.grid.lines() == ["name            cost", "a very long..     12"])
  }

  @Test func `a gauge keeps its words when the bar has no room`() {
    var canvas = canvas(30, 2)
    canvas.gauge(done: 54, of: 108, in: canvas.bounds.row(0), unit: "runs")
    canvas.gauge(done: 54, of: 108, in: Rect(x: 0, y: 1, width: 10, height: 1))
    #expect(canvas.grid.lines()[0] == "[######.......] 54 of 108 runs")
    #expect(canvas.grid.lines()[1] == "54 of 108                     ")
  }

  @Test func `a field edits at its cursor`() {
    var field = TextField("GET /me")
    for press in [KeyPress(.home), KeyPress(.delete), KeyPress("S"), KeyPress(.right, .control)] {
      let handled = field.handle(press)
      #expect(handled)
    }
    #expect(field.text == "SET /me" && field.cursor == 3)
    let afterWord = edited(field, .ctrl("w"))
    #expect(afterWord.text == " /me" && afterWord.cursor == 0)
    #expect(edited(edited(afterWord, .end), .backspace).text == " /m")
    #expect(edited(edited(field, .end), .ctrl("u")).isEmpty)
    let enter = field.handle(KeyPress(.enter))
    let cancel = field.handle(KeyPress(.ctrl("c")))
    #expect(!enter && !cancel)
  }

  private func edited(_ field: TextField, _ key: Key) -> TextField {
    var field = field
    _ = field.handle(KeyPress(key))
    return field
  }

  @Test func `a mark that is typed joins the letter before it`() {
    var field = TextField("e")
    field.insert("\u{301}")
    #expect(field.characters.count == 1 && field.cursor == 1)
  }

  @Test func `a field shows the part around its cursor`() {
    var canvas = canvas(8, 1)
    var field = TextField("0123456789")
    #expect(canvas.field(field, in: canvas.bounds) == Point(x: 7, y: 0))
    #expect(canvas.grid.lines() == ["<456789 "])
    _ = field.handle(KeyPress(.home))
    #expect(canvas.field(field, in: canvas.bounds) == Point(x: 0, y: 0))
    #expect(canvas.grid.lines() == ["0123456>"])
  }
}
