import CellUI

/// Draws what lies over a screen.
struct OverlayView {
  let state: ExplorerState
  let glyphs: Glyphs

  /// Returns the place of the hardware cursor.
  func draw(_ overlay: Overlay, on canvas: inout Canvas) -> Point? {
    switch overlay {
    case .palette(let palette): return draw(palette, on: &canvas)
    case .goTo(let field): return draw(field, on: &canvas)
    case .branches(let list):
      guard let run = state.run else { return nil }
      return BranchesBox(
        list: list, run: run, keys: state.keys, notice: state.notice, glyphs: glyphs
      ).draw(on: &canvas)
    case .keep(let keep):
      guard let run = state.run else { return nil }
      return KeepBox(keep: keep, run: run, glyphs: glyphs).draw(on: &canvas)
    case .exports(let list):
      ExportBox(list: list, exports: state.exports, keys: state.keys, glyphs: glyphs).draw(
        on: &canvas)
      return nil
    case .compareWith(let row):
      drawChoices(row, on: &canvas)
      return nil
    case .compareSource(let field): return drawSource(field, on: &canvas)
    case .prompt(let prompt): return draw(prompt, on: &canvas)
    case .choice(let choice):
      draw(choice, on: &canvas)
      return nil
    case .question(let question):
      draw(question, on: &canvas)
      return nil
    case .why(let why):
      if let run = state.run { WhyBox(why: why, run: run, glyphs: glyphs).draw(on: &canvas) }
      return nil
    case .runTo(let runTo): return RunToBox(runTo: runTo).draw(on: &canvas)
    case .find(let find):
      guard let run = state.run else { return nil }
      return FindBar(find: find, run: run, glyphs: glyphs).draw(on: &canvas)
    case .filter(let field):
      guard let run = state.run else { return nil }
      return FilterBar(field: field, run: run, glyphs: glyphs).draw(on: &canvas)
    case .tamper(let tamper):
      guard let run = state.run else { return nil }
      return TamperBox(
        tamper: tamper, run: run, keys: state.keys, notice: state.notice, glyphs: glyphs
      ).draw(on: &canvas)
    case .puzzles(let list):
      guard let run = state.run else { return nil }
      let moves = state.progress.lessons[run.scenario.id]?.moves ?? [:]
      PuzzleListBox(list: list, run: run, moves: moves, glyphs: glyphs).draw(on: &canvas)
      return nil
    case .glossary(let words): return GlossaryBox(words: words, glyphs: glyphs).draw(on: &canvas)
    case .exportProgress(let field): return drawProgressPath(field, on: &canvas)
    case .findInMatrix(let find): return MatrixFindBox(find: find).draw(on: &canvas)
    case .whole(let whole):
      WholeBox(whole: whole, keys: state.keys, glyphs: glyphs).draw(on: &canvas)
      return nil
    }
  }

  private func draw(_ palette: PaletteState, on canvas: inout Canvas) -> Point? {
    let rows = palette.rows(state.keys.bindings(in: state.keyContext))
    let size = Size(width: 76, height: min(canvas.bounds.height - 2, max(5, rows.count + 4)))
    let inner = canvas.box(
      "Commands", note: [Span("Enter does it   Esc", .keyHint)],
      in: canvas.bounds.centered(size), focused: true)
    let (top, below) = inner.splitTop(1)
    canvas.text(":", x: top.x + 1, y: top.y, role: .key)
    let cursor = canvas.field(
      palette.field, in: top.inset(left: 3, right: 1), hint: "type a part of a word")
    let list = ListView(count: rows.count, selected: palette.selected)
    let scroll = canvas.list(list, in: below.splitTop(1).rest) { index in
      let binding = rows[index]
      let reason = state.disabledReason(binding.command)
      return [
        Span(binding.command.name.padded(to: 18), reason == nil ? .normal : .inactive),
        Span(binding.keyName.padded(to: 8), .key), Span(reason ?? binding.help, .dim),
      ]
    }
    canvas.placeRows(scroll, in: below.splitTop(1).rest)
    if rows.isEmpty { canvas.line(["   No command fits."], in: below.row(1)) }
    return cursor
  }

  private func drawProgressPath(_ field: TextField, on canvas: inout Canvas) -> Point {
    let size = Size(width: ListBox.width(canvas.bounds, most: 90), height: 4)
    let inner = canvas.box(
      "Write your progress", note: [Span("Enter writes   Esc", .keyHint)],
      in: canvas.bounds.centered(size), focused: true)
    canvas.line(
      [Span(" JSON: lessons, answers, hints, moves; no file is written over.", .dim)],
      in: inner.row(1))
    return canvas.field(field, in: inner.inset(left: 1, right: 1).row(0), hint: "path")
  }

  private func draw(_ field: TextField, on canvas: inout Canvas) -> Point {
    let count = state.run?.model.moments.count ?? 0
    let inner = canvas.box(
      "Go to", note: [Span("Enter   Esc", .keyHint)],
      in: canvas.bounds.centered(Size(width: 40, height: 3)), focused: true)
    return canvas.field(
      field, in: inner.inset(left: 1, right: 1).row(0),
      hint: "1 to \(count), or a step; empty: the start")
  }
}
