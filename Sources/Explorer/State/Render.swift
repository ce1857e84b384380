import CellUI

/// A frame: the cells, and where the hardware cursor stands.
package struct Frame: Hashable, Sendable {
  package let grid: Grid
  package let cursor: Point?

  package init(grid: Grid, cursor: Point?) {
    self.grid = grid
    self.cursor = cursor
  }
}

/// Draws the explorer: a pure function of what it knows and the size of the screen.
package func render(_ state: ExplorerState, _ size: Size, _ glyphs: Glyphs = .unicode) -> Frame {
  var canvas = Canvas(size: size, glyphs: glyphs)
  let cursor = draw(state, size, on: &canvas)
  return Frame(grid: canvas.grid, cursor: cursor)
}

/// What stands at a point of the screen, as far as a click means something there.
func clickTarget(_ state: ExplorerState, at point: Point) -> ClickTarget? {
  var canvas = Canvas(size: state.size, notesPlaces: true)
  _ = draw(state, state.size, on: &canvas)
  return canvas.meaning(at: point) as? ClickTarget
}

private func draw(
  _ state: ExplorerState, _ size: Size, on canvas: inout Canvas
) -> Point? {
  let glyphs = canvas.glyphs
  guard RunArrangement.of(size) != .notice else {
    drawNotice(size, on: &canvas)
    return nil
  }
  var cursor = drawScreen(state, size, glyphs, on: &canvas)
  if let overlay = state.overlay {
    canvas.place(canvas.bounds, ClickTarget.outside)
    cursor = OverlayView(state: state, glyphs: glyphs).draw(overlay, on: &canvas)
  }
  return cursor
}

private func drawScreen(
  _ state: ExplorerState, _ size: Size, _ glyphs: Glyphs, on canvas: inout Canvas
) -> Point? {
  switch state.screen {
  case .library:
    return LibraryView(state: state, size: size, glyphs: glyphs).draw(on: &canvas)
  case .run:
    guard let run = state.run else { return nil }
    let next = state.library.course.following(run.scenario.id)?.title
    RunView(
      run, size: size, glyphs: glyphs, keys: state.keys, notice: state.notice, nextLesson: next
    ).draw(on: &canvas)
    return nil
  case .bench:
    guard let bench = state.bench else { return nil }
    return BenchView(
      bench, size: size, glyphs: glyphs, keys: state.keys, notice: state.notice
    ).draw(on: &canvas)
  case .guide:
    return GuideView(
      guide: state.guide, size: size, glyphs: glyphs, keys: state.keys, notice: state.notice
    ).draw(on: &canvas)
  case .compare:
    guard let compare = state.compare, let run = state.run else { return nil }
    CompareView(
      compare, of: run, size: size, glyphs: glyphs, keys: state.keys, notice: state.notice
    ).draw(on: &canvas)
    return nil
  case .matrix:
    guard let matrix = state.matrix else { return nil }
    MatrixScreen(matrix, size: size, glyphs: glyphs, keys: state.keys, notice: state.notice)
      .draw(on: &canvas)
    return nil
  case .help(let over, let scroll):
    HelpView(keys: state.keys, context: ExplorerState.context(of: over), glyphs: glyphs)
      .draw(scroll: scroll, on: &canvas, in: canvas.bounds)
    return nil
  }
}

private func drawNotice(_ size: Size, on canvas: inout Canvas) {
  let least = RunArrangement.smallest
  let text =
    "\(least.width) x \(least.height) needed, this is \(size.width) x \(size.height). q quits."
  for (line, words) in Wrap.lines(text, width: size.width, canvas.glyphs.repertoire).enumerated() {
    canvas.text(words, x: 0, y: line)
  }
}
