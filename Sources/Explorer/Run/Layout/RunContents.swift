import CellUI
import Trace

/// Makes what the panes of the run screen show.
struct RunContents {
  let run: RunState
  let glyphs: Glyphs
  let arrangement: RunArrangement
  /// The title of the lesson after this one.
  let nextLesson: String?

  var focus: Pane { arrangement.focus(run.panes) }

  func content(_ pane: Pane, width: Int) -> PaneContent {
    switch pane {
    case .sequence: PaneContent(title: "Sequence", lines: [])
    case .message: MessagePane(run: run, width: width, glyphs: glyphs).content()
    case .stores: StoresPane(run: run, width: width, glyphs: glyphs).content()
    case .token:
      TokenPane(
        run: run, width: width, glyphs: glyphs,
        rawLines: run.panes.zoomed ? .max : arrangement.showsAllPanes ? 2 : 1
      ).content()
    case .defences: defences(width: width)
    }
  }

  private func defences(width: Int) -> PaneContent {
    guard let recording = run.recording else {
      return DefencesPane(run: run, width: width, glyphs: glyphs, focused: focus == .defences)
        .content()
    }
    return FindingsPane(run: run, recording: recording, width: width, glyphs: glyphs).content()
  }

  /// The explanation of the chosen depth.
  func explanation(width: Int) -> [StyledLine] {
    ExplanationPane(run: run, width: width, glyphs: glyphs).lines(run.depth)
  }

  /// The same, with the next depths as far as there is room for all of them.
  func explanation(width: Int, filling height: Int) -> [StyledLine] {
    let pane = ExplanationPane(run: run, width: width, glyphs: glyphs)
    var lines = pane.lines(run.depth)
    for depth in [Depth.how, .references] where depth.rawValue > run.depth.rawValue {
      let more = pane.additions(depth)
      guard !more.isEmpty else { continue }
      guard lines.count + 1 + more.count <= height else { break }
      lines += [[]] + more
    }
    return lines
  }

  var hasBox: Bool {
    run.walk.atEnd || run.tour?.beat != nil || run.isAsking || run.puzzle != nil
  }

  /// The box that wants an answer: the tour's, the question's, or the card at the end.
  func box(width: Int) -> PaneContent? {
    if let play = run.puzzle, !run.isAsking {
      return PuzzleBox(play: play, run: run, width: width, glyphs: glyphs).content()
    }
    if run.walk.atEnd {
      return EndCard(run: run, width: width, glyphs: glyphs, next: nextLesson).content()
    }
    if let tour = run.tour,
      let content = TourBox(
        tour: tour, keys: run.keys, width: width, glyphs: glyphs
      ).content
    {
      return content
    }
    return QuestionBox(run: run, width: width, glyphs: glyphs).content()
  }

  func cost(width: Int) -> [StyledLine] { CostPane(run: run, width: width).lines() }
}
