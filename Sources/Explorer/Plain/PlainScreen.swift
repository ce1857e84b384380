import CellUI
import Simulation

/// A screen without a run, for `--plain`: the same content as numbered lines.
///
/// Runs, comparisons, the matrix and tokens have commands of their own that print them.
package enum PlainScreen: String, CaseIterable, Sendable {
  case guide, comparison, mistakes, checklist, words, help

  private var command: Command {
    switch self {
    case .guide: .decide
    case .comparison: .comparison
    case .mistakes: .mistakes
    case .checklist: .checklist
    case .words: .words
    case .help: .help
    }
  }

  /// High enough for every page; lists wide enough for every row, pages with details narrow enough
  /// to have them below.
  private var size: Size {
    Size(width: self == .words || self == .help ? 300 : 100, height: 1500)
  }

  package func text(_ course: CourseModel, _ progress: Progress) -> String {
    var state = ExplorerState(course: course, progress: progress, size: size)
    for effect in state.perform(command) {
      guard case .measure(let load) = effect else { continue }
      _ = update(&state, .measured(load, MechanismCost.all(load)))
    }
    var out = lines(of: state)
    var seen = Set(out)
    // What a page tells of its rows stands there one row at a time.
    for _ in 0..<(self == .mistakes || self == .checklist ? 100 : 0) {
      _ = state.perform(.down)
      let more = lines(of: state).filter { seen.insert($0).inserted }
      if more.isEmpty { break }
      out += more
    }
    return out.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
  }

  /// The screen's lines without its rules and its wide gaps.
  private func lines(of state: ExplorerState) -> [String] {
    render(state, size).grid.lines().map(Self.spoken).filter { !$0.isEmpty }
  }

  private static func spoken(_ line: String) -> String {
    var out = ""
    var blanks = 0
    for character in line {
      if " ─│►┼┬┴├┤".contains(character) {
        blanks += 1
        continue
      }
      if blanks > 0, !out.isEmpty { out += blanks > 1 ? "   " : " " }
      blanks = 0
      out.append(character)
    }
    return out
  }
}
