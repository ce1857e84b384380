import CellUI
import Trace

/// The challenge that is being played, under the explanation: what is wanted, and how it stands.
struct PuzzleBox {
  let play: PuzzlePlay
  let run: RunState
  let width: Int
  let glyphs: Glyphs

  func content() -> PaneContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    out.add([Span("  \(play.puzzle.brief).", .strong)], hanging: 2)
    out.add([Span("  \(mark) ", role), Span(standing, role)], hanging: 4)
    for number in 1...PuzzlePlay.hintCount where number <= play.hints {
      out.add([Span("  Hint: \(play.words(ofHint: number, in: run))", .dim)], hanging: 8)
    }
    if play.told {
      out.add([Span("  One way: \(play.solution). No credit.", .dim)], hanging: 4)
    }
    return PaneContent(
      title: "Challenge", note: [Span("5, then Space   m hint, end", .keyHint)],
      lines: out.lines)
  }

  private var mark: String {
    play.standing == .solved ? "\(glyphs.tick)" : "\(glyphs.bullet)"
  }

  private var role: StyleRole {
    switch play.standing {
    case .solved: .ok
    case .notYet: .normal
    case .elsewhere, .byOtherMeans, .touchesBanned, .breaksHonestUse: .warning
    }
  }

  private var standing: String {
    switch play.standing {
    case .elsewhere:
      return "This run is of another world. b goes back to \(play.start.variant ?? "main")."
    case .byOtherMeans:
      return "Only switches from the start count here; u takes the last change back."
    case .touchesBanned(let id): return "\(id.text) is not to be touched; u takes it back."
    case .notYet:
      let moves = play.moves == 0 ? "" : " with \(Self.switches(play.moves))"
      switch play.puzzle.goal {
      case .mend:
        return play.puzzle.hasAttack
          ? "The attack still works\(moves)." : "It still fails\(moves)."
      case .undo: return "It still holds\(moves)."
      }
    case .breaksHonestUse:
      return "The attack is stopped, and so is somebody who attacks nobody. Find another way."
    case .solved: return solved
    }
  }

  private var solved: String {
    let fewest = play.puzzle.fewest
    let done = "Done with \(Self.switches(play.moves))."
    if play.told { return done }
    if play.moves <= fewest { return "\(done) Nobody can do it with fewer." }
    return "\(done) It can be done with \(fewest): u takes one back."
  }

  static func switches(_ count: Int) -> String { count == 1 ? "1 switch" : "\(count) switches" }
}
