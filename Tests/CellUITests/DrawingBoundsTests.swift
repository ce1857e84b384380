import CellUI
import Testing

/// Random drawing on random canvases: nothing outside its place, no half of a wide grapheme.
@Suite struct DrawingBoundsTests {
  private func rect(_ random: inout SplitMix) -> Rect {
    Rect(
      x: random.below(60) - 20, y: random.below(30) - 10, width: random.below(60) - 5,
      height: random.below(30) - 5)
  }

  @Test func `rectangles cut at random stay inside and never negative`() {
    var random = SplitMix(seed: 11)
    for _ in 0..<5_000 {
      let whole = rect(&random)
      let n = random.below(60) - 20
      let lengths: [Length] = (0..<1 + random.below(5)).map { _ in
        random.below(2) == 0 ? .fixed(random.below(30) - 5) : .share(random.below(4))
      }
      let parts =
        whole.columns(lengths, gap: random.below(3)) + whole.rows(lengths, gap: random.below(3))
        + [whole.splitTop(n).top, whole.splitTop(n).rest, whole.splitRight(n).right]
        + [whole.inset(dx: n, dy: n), whole.centered(Size(width: n, height: n)), whole.row(n)]
      for part in parts {
        #expect(part.width >= 0 && part.height >= 0)
        #expect(part.x >= whole.x && part.maxX <= whole.maxX)
        #expect(part.isEmpty || whole.intersection(part) == part)
      }
    }
  }

  @Test func `columns share all of the width`() {
    let row = Rect(x: 0, y: 0, width: 100, height: 1)
    let parts = row.columns([.fixed(20), .share(1), .share(2)], gap: 1)
    #expect(parts.map(\.width) == [20, 26, 52])
    #expect(parts.map(\.x) == [0, 21, 48])
    #expect(row.columns([.fixed(90), .fixed(90), .share(1)]).map(\.width) == [90, 10, 0])
  }

  @Test func `nothing is drawn outside the clip, and every grid stays well formed`() {
    var random = SplitMix(seed: 5)
    for _ in 0..<1_500 {
      let glyphs: Glyphs = random.below(2) == 0 ? .unicode : .ascii
      var canvas = Canvas(
        size: Size(width: random.below(50), height: random.below(20)), glyphs: glyphs)
      canvas.line([Span(String(repeating: "漢", count: 40))], x: 0, y: random.below(20))
      let before = canvas.grid
      let clip = rect(&random)
      canvas.clipped(to: clip) { canvas in
        for _ in 0..<6 { draw(on: &canvas, &random) }
      }
      expectUnchanged(outside: clip, before, canvas.grid)
      expectWellFormed(canvas.grid)
    }
  }

  private func draw(on canvas: inout Canvas, _ random: inout SplitMix) {
    let place = rect(&random)
    let text = random.text(scalars: random.below(30))
    let line: StyledLine = [Span(text, .ok), Span(text, .lane(random.below(9)))]
    switch random.below(12) {
    case 0: canvas.line(line, x: place.x, y: place.y, width: place.width)
    case 1: canvas.line(line, in: place, alignment: .center)
    case 2: canvas.rule(line, note: line, in: place)
    case 3: canvas.box(text, in: place, focused: true)
    case 4: canvas.pane(text, note: line, in: place)
    case 5: canvas.arrow(from: place.x, to: place.maxX, y: place.y, label: line)
    case 6: canvas.tabs([Tab(text), Tab("b", changed: true), Tab("c")], selected: 1, in: place)
    case 7: canvas.list(ListView(count: 99, selected: place.x), in: place) { _ in line }
    case 8: canvas.gauge(done: place.x, of: place.y, in: place, unit: text)
    case 9: canvas.field(TextField(text), in: place)
    case 10:
      canvas.row([line, line], of: Table([.init("", .share(1)), .init("", .fixed(4))]), in: place)
    default: canvas.fill(place, role: .title)
    }
  }

  private func expectUnchanged(outside clip: Rect, _ before: Grid, _ after: Grid) {
    var changed: [Point] = []
    for y in 0..<before.size.height {
      for x in 0..<before.size.width where !clip.contains(Point(x: x, y: y)) {
        // A wide grapheme across the edge of the clip is blanked whole.
        let wasSplit =
          after[x, y].grapheme == .space && before[x, y].width != 1
          && (clip.contains(Point(x: x - 1, y: y)) || clip.contains(Point(x: x + 1, y: y)))
        if before[x, y] != after[x, y], !wasSplit { changed.append(Point(x: x, y: y)) }
      }
    }
    #expect(changed == [])
  }

  private func expectWellFormed(_ grid: Grid) {
    var broken: [Point] = []
    for y in 0..<grid.size.height {
      for x in 0..<grid.size.width {
        let (cell, left, right) = (grid[x, y], grid[x - 1, y], grid[x + 1, y])
        let halves = cell.width == 2 ? right.isContinuation : !right.isContinuation
        if !halves || cell.isContinuation && left.width != 2 { broken.append(Point(x: x, y: y)) }
      }
    }
    #expect(broken == [])
    let lines = grid.lines()
    #expect(lines.allSatisfy { TextWidth.of($0) == grid.size.width })
    #expect(lines.allSatisfy { Sanitizer.visible($0) == $0 })
  }
}
