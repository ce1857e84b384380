import CellUI
import Trace

/// The switches of this run, and what flipping one has changed.
struct DefencesPane {
  let run: RunState
  let width: Int
  let glyphs: Glyphs
  let focused: Bool

  func content() -> PaneContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    let defences = run.model.trace.defences
    var focus: Int?
    var clicks: [(lines: Range<Int>, target: ClickTarget)] = []
    for (index, defence) in defences.enumerated() {
      let isSelected = index == run.panes.defence
      if isSelected { focus = out.lines.count }
      let first = out.lines.count
      add(defence, isSelected: isSelected, &out)
      clicks.append((first..<out.lines.count, .defence(index)))
    }
    if defences.isEmpty { out.add(["  This scenario has no switches."]) }
    addBranch(&out)
    return PaneContent(
      title: "Defences",
      note: [Span(hint, .keyHint)],
      lines: out.lines, focusLine: focus, clicks: clicks)
  }

  private var hint: String {
    let (toggle, go) = (run.press(.toggle), run.press(.defences))
    return focused
      ? "\(toggle): what if   \(run.press(.toggleHere)): from here on" : "\(go), then \(toggle)"
  }

  private func add(_ defence: DefenceState, isSelected: Bool, _ out: inout LineMaker) {
    let isOff = run.level(of: defence) == defence.levels.first
    let isPlain = defence.levels.count <= 2
    let box = isOff ? glyphs.boxOff : glyphs.boxOn
    let marker = isSelected ? "\(glyphs.marker) " : "  "
    let now = run.level(of: defence)
    let level = now != defence.level ? "\(now) from here on" : isPlain ? "" : "\(defence.level)"
    let changed = isChanged(defence) ? "\(glyphs.change) " : "  "
    let emphasis: Emphasis = isSelected && focused ? .selected : []
    let head: StyledLine = [
      Span(marker, .accent), Span(box, isOff ? .warning : .ok),
      Span(" \(defence.id.text.padded(to: nameWidth))", .normal, emphasis),
      Span(changed, .changed), Span(level.isEmpty ? "" : "\(level)  ", .accent),
    ]
    let title = Span(defence.title, .dim)
    if width >= nameWidth + 9 + Self.leastTitle {
      out.add(head + [title], hanging: 9 + nameWidth)
    } else {
      out.add(head, hanging: 9)
      out.add([Span("      "), title], hanging: 6)
    }
  }

  /// Where a title would have fewer columns it gets a line of its own.
  private static let leastTitle = 24

  private var nameWidth: Int {
    min(24, (run.model.trace.defences.map { $0.id.text.utf8.count }.max() ?? 0) + 1)
  }

  private func isChanged(_ defence: DefenceState) -> Bool {
    let original = run.branches[run.root(of: run.current)].model.trace.defences
    return original.first { $0.id == defence.id }?.level != defence.level
  }

  private func addBranch(_ out: inout LineMaker) {
    guard run.branch.parent != nil else { return }
    out.blank()
    out.add(
      [Span("  \(run.branch.name): ", .heading), Span(run.branch.change ?? "", .changed)],
      hanging: 4)
    if let difference = run.branch.difference {
      out.add(
        [
          Span("  It differs from message \(difference.moment + 1) on: \(difference.words)"),
          Span("   \(run.press(.firstDifference)) goes there", .keyHint),
        ], hanging: 4)
    } else {
      out.add(["  no message differs"])
    }
    out.add([Span("  \(run.press(.undo)) takes it back", .keyHint)])
  }
}
